package lab.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import lab.lint.site.Site;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Grammar;
import lab.nginx.grammar.Release;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Fault;
import lab.nginx.syntax.SourceText;
import lab.nginx.syntax.Span;

/**
 * Finds the brace at fault by what may stand where: a statement that would be right in the block
 * closed just before it tells of a brace too many, one that would be right outside of its block
 * tells that the block is still open. A statement whose indentation says that the person wanted it
 * where it is tells nothing.
 */
final class BraceBlame {
  private static final Pattern INDENTED = Pattern.compile("(?m)^[ \\t]+[^ \\t\\r\\n]");

  private final Release release;
  private final Set<Span> closedEarly = new LinkedHashSet<>();

  /** Blocks by their first word, with where the first statement stands that tells of it. */
  private final Map<Span, Integer> leftOpen = new LinkedHashMap<>();

  /** Where each block ends; a parser that has no better reason blames one that ends nowhere. */
  private final Map<Span, Integer> ends = new HashMap<>();

  private final Map<SourceText, Boolean> indented = new HashMap<>();

  private BraceBlame(Release release) {
    this.release = release;
  }

  /** The faults, each at the brace or block to which the statements point. */
  static List<Fault> of(Site site) {
    var faults = site.configuration().faults();
    if (faults.stream().noneMatch(one -> isExtra(one) || isUnclosed(one))) {
      return faults;
    }
    var blame = new BraceBlame(site.facts().nginx());
    var top = site.configuration().directives();
    blame.read(top, Optional.of(Context.MAIN), Optional.empty(), Optional.empty());
    return blame.place(faults);
  }

  private static boolean isExtra(Fault fault) {
    return fault.kind() == Fault.Kind.EXTRA_BRACE;
  }

  private static boolean isUnclosed(Fault fault) {
    return fault.kind() == Fault.Kind.UNCLOSED_BLOCK;
  }

  private List<Fault> place(List<Fault> faults) {
    // one brace too many displaces all that comes after it, so that only the first one tells
    var early = closedEarly.stream().findFirst();
    var placed = new ArrayList<Fault>();
    boolean first = true;
    for (var fault : faults) {
      if (isExtra(fault) && first) {
        first = false;
        placed.add(early.filter(before(fault)).map(at -> at(fault, at)).orElse(fault));
      } else {
        placed.add(isUnclosed(fault) ? toldFirst(fault) : fault);
      }
    }
    return List.copyOf(placed);
  }

  /**
   * The parser notices by the indentation of a block's end what a statement may have told before.
   */
  private Fault toldFirst(Fault fault) {
    int noticed = ends.getOrDefault(fault.at(), Integer.MAX_VALUE);
    var told =
        leftOpen.entrySet().stream()
            .filter(open -> open.getKey().source() == fault.at().source())
            .filter(open -> open.getValue() < noticed)
            .map(Map.Entry::getKey)
            .findFirst();
    told.ifPresent(leftOpen::remove);
    return told.map(at -> at(fault, at)).orElse(fault);
  }

  private static Predicate<Span> before(Fault fault) {
    return at -> at.source() == fault.at().source() && at.start() < fault.at().start();
  }

  private static Fault at(Fault fault, Span at) {
    return new Fault(
        fault.kind(), fault.message(), fault.fix(), at, fault.nginxMessage(), fault.nginxAt());
  }

  private void read(
      List<Directive> statements,
      Optional<Context> here,
      Optional<Context> outside,
      Optional<Directive> block) {
    Optional<Directive> closed = Optional.empty();
    for (var statement : statements) {
      if (here.isPresent()) {
        closed.ifPresent(before -> followed(before, statement, here.get()));
        block.ifPresent(around -> held(around, statement, here.get(), outside));
      }
      if (statement.block().isPresent()) {
        var inner = statement.block().get();
        boolean closes = inner.close().length() > 0;
        if (closes) {
          ends.put(statement.name().span(), inner.close().start());
        }
        read(
            inner.directives(),
            here.flatMap(context -> context.inside(statement.name().text())),
            here,
            Optional.of(statement));
        closed = Optional.of(statement).filter(one -> closes);
      }
    }
  }

  /** A statement after a block that it would fit into. */
  private void followed(Directive closed, Directive statement, Context here) {
    boolean belongsInside =
        !fits(statement, here)
            && here.inside(closed.name().text())
                .filter(inside -> fits(statement, inside))
                .isPresent();
    if (belongsInside
        && (!isIndented(closed.name().span().source()) || isDeeper(statement, closed, true))) {
      closed.block().ifPresent(block -> closedEarly.add(block.close()));
    }
  }

  /** A statement in a block that would fit around it only. */
  private void held(Directive block, Directive statement, Context here, Optional<Context> outside) {
    boolean belongsOutside =
        fits(statement, here)
            ? isOutside(statement, block)
            : outside.filter(context -> fits(statement, context)).isPresent();
    if (belongsOutside && !isDeeper(statement, block, false)) {
      leftOpen.putIfAbsent(block.name().span(), statement.name().span().start());
    }
  }

  /** Whether nginx takes a statement of this name, with or without a block, there. */
  private boolean fits(Directive statement, Context context) {
    var rules = Grammar.stock().rules(statement.name().text());
    return rules.isEmpty()
        || rules.stream()
            .anyMatch(rule ->
                rule.in(release)
                    && rule.contexts().contains(context)
                    && rule.block() == statement.block().isPresent());
  }

  /**
   * Whether a location is in one whose paths it has no part in.
   *
   * <p>Source: ngx_http_core_location: "location is outside location".
   */
  private static boolean isOutside(Directive inner, Directive outer) {
    return inner.is("location")
        && outer.is("location")
        && path(inner).isPresent()
        && path(outer).filter(prefix -> !path(inner).orElseThrow().startsWith(prefix)).isPresent();
  }

  /** The path of a location that is no regex. */
  private static Optional<String> path(Directive location) {
    var args = location.args();
    boolean plain =
        args.size() == 1
            || (args.size() == 2 && Set.of("=", "^~").contains(args.getFirst().text()));
    return plain
        ? Optional.of(args.getLast().text()).filter(path -> path.startsWith("/"))
        : Optional.empty();
  }

  /**
   * Whether a statement is indented more than a block.
   *
   * @param unknown the answer where one of them begins no line
   */
  private static boolean isDeeper(Directive statement, Directive block, boolean unknown) {
    var outer = indentation(block.name().span());
    var inner = indentation(statement.name().span());
    if (outer.isEmpty() || inner.isEmpty()) {
      return unknown;
    }
    return inner.get().length() > outer.get().length() && inner.get().startsWith(outer.get());
  }

  private boolean isIndented(SourceText source) {
    return indented.computeIfAbsent(source, one -> INDENTED.matcher(one.text()).find());
  }

  /** The blanks before the first word of a line; empty for a later word. */
  private static Optional<String> indentation(Span word) {
    var text = word.source().text();
    int from = word.start();
    while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
      from--;
    }
    return from == 0 || text.charAt(from - 1) == '\n'
        ? Optional.of(text.substring(from, word.start()))
        : Optional.empty();
  }
}
