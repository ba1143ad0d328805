/**
 * What the lab says of a configuration: faults, which nginx refuses, then advice, which it does not
 * hear; and how both are written down.
 *
 * <p>Imports only the tree of lab.nginx. Below it, each knowing only those before it: {@code site}
 * (the configuration with what every block inherits, and the facts of the lab), {@code rule} (what
 * a rule is), {@code advice} and {@code mistake} (the rules, one class each, named as their page
 * and their fixtures are). Advice never decides a grade, nor how the check ends: what nginx refuses
 * is an error, and all that it accepts is a warning or a note.
 */
@NullMarked
package lab.lint;

import org.jspecify.annotations.NullMarked;
