package lab.lint;

import java.util.List;
import java.util.Optional;
import lab.lint.rule.Edit;
import lab.lint.rule.Severity;
import lab.nginx.syntax.Fault;
import lab.nginx.syntax.Span;

/** The parser's faults as diagnostics, with the fix as an edit where the place tells it all. */
final class SyntaxFaults {
  private SyntaxFaults() {}

  static Diagnostic diagnostic(Fault fault) {
    return new Diagnostic(
        fault.kind().id(), Severity.ERROR, fault.at(), fault.message(), fix(fault), edit(fault));
  }

  private static String fix(Fault fault) {
    if (isJson(fault)) {
      return "delete it: nginx is no JSON";
    }
    return fault.kind() == Fault.Kind.TEXT_AFTER_QUOTE
        ? InnerQuotes.mended(fault).map(edit -> "write " + edit.text()).orElse(fault.fix())
        : fault.fix();
  }

  private static Optional<Edit> edit(Fault fault) {
    return switch (fault.kind()) {
      case MISSING_SEMICOLON -> Optional.of(new Edit(fault.at(), ";"));
      case EMPTY_STATEMENT, EXTRA_BRACE -> Optional.of(new Edit(fault.at(), ""));
      case TEXT_AFTER_QUOTE -> afterQuote(fault);
      case UNCLOSED_QUOTE -> Optional.of(new Edit(endOfText(fault.at()), fault.at().raw()));
      case NAMELESS_BLOCK,
          UNCLOSED_BLOCK,
          TOO_LONG,
          BLOCK_IN_TABLE,
          LUA_BLOCK,
          INCLUDE_UNREADABLE,
          INCLUDE_LOOP,
          INCLUDE_ARGUMENTS,
          LIMIT ->
          Optional.empty();
    };
  }

  private static boolean isJson(Fault fault) {
    return fault.kind() == Fault.Kind.TEXT_AFTER_QUOTE
        && List.of(":", ",").contains(fault.at().raw());
  }

  /** Two quotes that touch need a blank; a letter after a quote may mean anything. */
  private static Optional<Edit> afterQuote(Fault fault) {
    if (isJson(fault)) {
      return Optional.of(new Edit(fault.at(), ""));
    }
    var mended = InnerQuotes.mended(fault);
    if (mended.isPresent()) {
      return mended;
    }
    return List.of("\"", "'").contains(fault.at().raw())
        ? Optional.of(new Edit(start(fault.at()), " "))
        : Optional.empty();
  }

  private static Span start(Span at) {
    return new Span(at.source(), at.start(), at.start());
  }

  /** Before the semicolon or brace that ends the line of an unclosed quote. */
  private static Span endOfText(Span quote) {
    var text = quote.source().text();
    int end = text.indexOf('\n', quote.start());
    end = end < 0 ? text.length() : end;
    while (end > quote.end() && " \t\r;{".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return new Span(quote.source(), end, end);
  }
}
