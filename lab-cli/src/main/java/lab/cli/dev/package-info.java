/**
 * What authors run: does every stage begin unsolved, does its solution pass, does every wrong
 * answer fail where it must, and how often does a verdict come out wrong?
 *
 * <p>Judges with the very checks that learners meet.
 */
@NullMarked
package lab.cli.dev;

import org.jspecify.annotations.NullMarked;
