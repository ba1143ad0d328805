/** Tests of {@code lab.jshell.service}. */
@NullMarked
package lab.jshell.service;

import org.jspecify.annotations.NullMarked;
