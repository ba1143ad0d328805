/**
 * A second opinion by a language model, off by default: it may ask a person to look, and nothing
 * more.
 *
 * <p>Must not change a level, open a gate or touch a figure. An answer without a verbatim quote of
 * the write-up is void. The write-up is data, fenced, never an instruction.
 */
@NullMarked
package lab.findings.opinion;

import org.jspecify.annotations.NullMarked;
