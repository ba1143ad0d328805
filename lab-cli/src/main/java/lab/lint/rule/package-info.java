/**
 * What a rule is, and what it answers.
 *
 * <p>Knows no rule by name, and not how an answer is shown.
 */
@NullMarked
package lab.lint.rule;

import org.jspecify.annotations.NullMarked;
