package lab.nginx.grammar;

import java.util.Locale;
import java.util.Optional;

/** A kind of block, which decides what may stand in it. */
public enum Context {
  MAIN,
  EVENTS,
  HTTP,
  UPSTREAM,
  SERVER,
  LOCATION,
  SERVER_IF,
  LOCATION_IF,
  LIMIT_EXCEPT;

  /**
   * The context inside a block of this one.
   *
   * @param blockName the name of the statement that opens it
   * @return empty for a table such as {@code map}, and for a block that nginx does not know here
   */
  public Optional<Context> inside(String blockName) {
    return switch (blockName) {
      case "events" -> only(this == MAIN, EVENTS);
      case "http" -> only(this == MAIN, HTTP);
      case "upstream" -> only(this == HTTP, UPSTREAM);
      case "server" -> only(this == HTTP, SERVER);
      case "location" -> only(this == SERVER || this == LOCATION, LOCATION);
      case "limit_except" -> only(this == LOCATION, LIMIT_EXCEPT);
      case "if" -> this == SERVER ? Optional.of(SERVER_IF) : only(this == LOCATION, LOCATION_IF);
      default -> Optional.empty();
    };
  }

  /** The name as a person would say it, such as {@code "if" in a location}. */
  public String spoken() {
    return switch (this) {
      case MAIN -> "the top of the file";
      case SERVER_IF -> "\"if\" in a server";
      case LOCATION_IF -> "\"if\" in a location";
      case EVENTS, HTTP, UPSTREAM, SERVER, LOCATION, LIMIT_EXCEPT ->
          "\"" + name().toLowerCase(Locale.ROOT) + "\"";
    };
  }

  private static Optional<Context> only(boolean fits, Context context) {
    return fits ? Optional.of(context) : Optional.empty();
  }
}
