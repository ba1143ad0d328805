package lab.nginx.routing.site;

import java.util.Optional;
import lab.nginx.routing.doubt.CannotTell;

/** Which block's own handler answers. */
public final class Handling {
  private Handling() {}

  /**
   * The block whose {@code proxy_pass} answers inside a block: its own, or for a {@code
   * limit_except} that of the location around it.
   */
  public static Optional<Scope> in(Scope block) {
    for (var statement : block.statements()) {
      if (Handlers.OPAQUE.contains(statement.name().text())) {
        throw new CannotTell("\"" + statement.name() + "\" answers, which is not followed");
      }
    }
    if (!block.own("proxy_pass").isEmpty()) {
      return Optional.of(block);
    }
    return block.statement().is("limit_except")
        ? block.outer().flatMap(Handling::in)
        : Optional.empty();
  }

  /** The block from which a nameless block inherits its target. */
  public static Scope targetOwner(Scope block) {
    return block.own("proxy_pass").isEmpty() && block.nameless() && block.outer().isPresent()
        ? targetOwner(block.outer().get())
        : block;
  }
}
