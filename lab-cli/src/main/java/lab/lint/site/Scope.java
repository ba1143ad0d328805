package lab.lint.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/** One block with the blocks around it, so that a value can be looked up as nginx inherits it. */
public final class Scope {
  private final Optional<Directive> block;
  private final Optional<Scope> parent;
  private final List<Directive> directives;
  private final Map<String, List<Directive>> byName;

  /**
   * @param block the statement whose block this is; empty for the file itself
   * @param parent the block around it; empty for the file itself
   * @param directives its own statements, in file order
   */
  Scope(Optional<Directive> block, Optional<Scope> parent, List<Directive> directives) {
    this.block = block;
    this.parent = parent;
    this.directives = List.copyOf(directives);
    // thousands of blocks may each ask for what stands among thousands of statements around them
    this.byName = directives.stream().collect(Collectors.groupingBy(one -> one.name().text()));
  }

  /** The statement whose block this is; empty for the file itself. */
  public Optional<Directive> block() {
    return block;
  }

  /** The block around it; empty for the file itself. */
  public Optional<Scope> parent() {
    return parent;
  }

  /** Its own statements, in file order. */
  public List<Directive> directives() {
    return directives;
  }

  /** The name of the block; empty for the file itself. */
  public String name() {
    return block.map(statement -> statement.name().text()).orElse("");
  }

  /** The word that opens the block; empty for the file itself. */
  public Optional<Span> at() {
    return block.map(statement -> statement.name().span());
  }

  public boolean is(String expected) {
    return name().equals(expected);
  }

  /** The blocks directly inside that have one of these names. */
  public Stream<Scope> children(String... names) {
    var wanted = List.of(names);
    return directives.stream()
        .filter(statement -> wanted.contains(statement.name().text()))
        .flatMap(this::inside);
  }

  /** This block and all blocks inside it, outermost first. */
  public Stream<Scope> deep() {
    return Stream.concat(
        Stream.of(this), directives.stream().flatMap(this::inside).flatMap(Scope::deep));
  }

  /** Its own statements of a name. */
  public Stream<Directive> own(String directive) {
    return byName.getOrDefault(directive, List.of()).stream();
  }

  /** The last of its own statements of a name. */
  public Optional<Directive> last(String directive) {
    return own(directive).reduce((first, second) -> second);
  }

  public boolean has(String directive) {
    return byName.containsKey(directive);
  }

  /**
   * The statements of a name that are in force here: its own, or if it has none those of the
   * nearest block around it that has.
   *
   * <p>Source: ngx_http_core_module, the merging of configurations; lists such as {@code
   * proxy_set_header} are inherited whole or not at all.
   */
  public List<Directive> inForce(String directive) {
    var mine = byName.getOrDefault(directive, List.of());
    return mine.isEmpty()
        ? parent.map(around -> around.inForce(directive)).orElse(List.of())
        : mine;
  }

  /** The first argument in force of a statement that takes one value. */
  public Optional<Word> value(String directive) {
    var all = inForce(directive);
    return all.isEmpty() ? Optional.empty() : all.getLast().args().stream().findFirst();
  }

  /** Whether the value in force is this one; an absent statement has its default. */
  public boolean valueIs(String directive, String expected, String byDefault) {
    return value(directive).map(Word::text).orElse(byDefault).equals(expected);
  }

  /** This block and the blocks around it, innermost first. */
  public Stream<Scope> outwards() {
    return Stream.concat(Stream.of(this), parent.stream().flatMap(Scope::outwards));
  }

  /**
   * The headers that this block would inherit but for its own, which take the place of all of them.
   *
   * @param directive {@code add_header} or {@code proxy_set_header}
   */
  public List<String> dropped(String directive) {
    var mine =
        headers(own(directive)).map(Scope::inLowerCase).collect(Collectors.toUnmodifiableSet());
    return mine.isEmpty()
        ? List.of()
        : headers(parent.stream().flatMap(around -> around.inForce(directive).stream()))
            .filter(name -> !mine.contains(inLowerCase(name)))
            .toList();
  }

  private static Stream<String> headers(Stream<Directive> statements) {
    return statements.flatMap(statement -> statement.args().stream().limit(1)).map(Word::text);
  }

  private static String inLowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private Stream<Scope> inside(Directive statement) {
    return statement.block().stream()
        .map(inner -> new Scope(Optional.of(statement), Optional.of(this), inner.directives()));
  }

  /** The same block, reached the same way. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Scope that
        && block.equals(that.block)
        && parent.equals(that.parent)
        && directives.equals(that.directives);
  }

  @Override
  public int hashCode() {
    return at().hashCode();
  }
}
