package lab.nginx.syntax.closure;

import lab.nginx.syntax.Directive;
import lab.nginx.syntax.SourceText;

/**
 * One file brought in by one {@code include}.
 *
 * @param include the statement
 * @param file what it brings; a pattern may bring several, one inclusion each
 */
public record Inclusion(Directive include, SourceText file) {}
