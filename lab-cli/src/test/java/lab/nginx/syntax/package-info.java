/** Tests of the lexer, the parser and the include closure. */
@NullMarked
package lab.nginx.syntax;

import org.jspecify.annotations.NullMarked;
