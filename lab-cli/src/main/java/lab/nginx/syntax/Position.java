package lab.nginx.syntax;

/**
 * A place in a file.
 *
 * @param line from 1, counted by line feeds as nginx does
 * @param column from 1, in bytes
 */
public record Position(int line, int column) {}
