package lab.nginx.syntax;

import java.util.Optional;

/**
 * One mistake in the text of a configuration, at the level of words, blocks and includes.
 *
 * @param kind what sort of mistake it is
 * @param message one sentence: what is wrong
 * @param fix what the person can do about it
 * @param at the bytes that the person must edit
 * @param nginxMessage what nginx itself says of it; empty for a limit that is ours alone
 * @param nginxAt where nginx stops reading, whose line is the one that nginx names
 */
public record Fault(
    Kind kind, String message, String fix, Span at, Optional<String> nginxMessage, Span nginxAt) {

  /** The sorts of mistake; {@link #id()} is the stable name of each. */
  public enum Kind {
    /** {@code ;} with no words before it. */
    EMPTY_STATEMENT,
    /** An opening brace with no words before it. */
    NAMELESS_BLOCK,
    /** A statement that runs into a closing brace or the end of the file. */
    MISSING_SEMICOLON,
    /** A closing brace that closes nothing. */
    EXTRA_BRACE,
    /** A block without its closing brace. */
    UNCLOSED_BLOCK,
    /** A quote without its closing one. */
    UNCLOSED_QUOTE,
    /** Something other than white space right after a closing quote. */
    TEXT_AFTER_QUOTE,
    /** A word or comment that does not fit in nginx's buffer. */
    TOO_LONG,
    /** A block inside a table such as {@code map} or {@code types}. */
    BLOCK_IN_TABLE,
    /** Lua, which the stock nginx cannot read. */
    LUA_BLOCK,
    /** An included file that is not there or cannot be read. */
    INCLUDE_UNREADABLE,
    /** An included file that includes itself, directly or not. */
    INCLUDE_LOOP,
    /** An {@code include} with no argument or with several. */
    INCLUDE_ARGUMENTS,
    /** More of something than the lab reads. */
    LIMIT;

    /** The name of this kind in messages and JSON, such as {@code missing-semicolon}. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** {@code file:line:column} of the place to edit. */
  public String place() {
    var position = at.position();
    return at.source().path() + ":" + position.line() + ":" + position.column();
  }
}
