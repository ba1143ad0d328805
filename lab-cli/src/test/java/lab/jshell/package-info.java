/** Snippets and the shell, met as their users meet them: real JVMs, real files, a real pipe. */
@NullMarked
package lab.jshell;

import org.jspecify.annotations.NullMarked;
