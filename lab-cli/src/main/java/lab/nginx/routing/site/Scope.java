package lab.nginx.routing.site;

import java.util.List;
import java.util.Optional;
import lab.nginx.syntax.Block;
import lab.nginx.syntax.Directive;

/**
 * A block and the blocks around it, from which it inherits.
 *
 * @param statement the statement that opens the block
 * @param outer the block around it; empty for {@code http}
 */
public record Scope(Directive statement, Optional<Scope> outer) {
  /** The statements in this block, in file order. */
  public List<Directive> statements() {
    return statement.block().map(Block::directives).orElse(List.of());
  }

  /** A block inside this one. */
  public Scope inner(Directive block) {
    return new Scope(block, Optional.of(this));
  }

  /** The statements of a name in this block alone. */
  public List<Directive> own(String name) {
    return statements().stream().filter(one -> one.is(name)).toList();
  }

  /** The statements of some names that hold here: those of the nearest block that has any. */
  public List<Directive> nearest(String... names) {
    var wanted = List.of(names);
    var here = statements().stream().filter(one -> wanted.contains(one.name().text())).toList();
    return here.isEmpty() && outer.isPresent() ? outer.get().nearest(names) : here;
  }

  /** The nearest block that has a statement of one of some names. */
  public Optional<Scope> owner(String... names) {
    var wanted = List.of(names);
    boolean here = statements().stream().anyMatch(one -> wanted.contains(one.name().text()));
    return here ? Optional.of(this) : outer.flatMap(around -> around.owner(names));
  }

  /** The first argument of the statement that holds here. */
  public Optional<String> value(String name) {
    return nearest(name).stream()
        .flatMap(one -> one.args().stream().limit(1))
        .map(word -> word.text())
        .findFirst();
  }

  /** A switch that holds here. */
  public boolean on(String name, boolean otherwise) {
    return value(name).map("on"::equalsIgnoreCase).orElse(otherwise);
  }

  /** Whether the block belongs to an {@code if} or a {@code limit_except}. */
  public boolean nameless() {
    return statement.is("if") || statement.is("limit_except");
  }
}
