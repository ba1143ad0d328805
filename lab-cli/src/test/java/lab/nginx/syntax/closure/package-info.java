/** Tests of the lexer, the parser and the include closure. */
@NullMarked
package lab.nginx.syntax.closure;

import org.jspecify.annotations.NullMarked;
