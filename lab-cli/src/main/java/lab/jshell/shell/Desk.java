package lab.jshell.shell;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lab.jshell.session.Session;
import lab.screen.SystemTerminal;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** The terminal of a shell: reads with history, colours, completion and documentation. */
final class Desk implements AutoCloseable {
  private static final String DOCUMENT = "lab-document";
  private static final String TAB = "lab-tab";
  private static final int MOST_DOCUMENTATION_LINES = 30;

  private final Session session;
  private final Docs docs;
  private final Terminal terminal;
  private final LineReader reader;
  private final String prompt;
  private String tabbed = "";

  Desk(Session session, Docs docs, Shell.Settings settings) throws IOException {
    this.session = session;
    this.docs = docs;
    this.terminal = SystemTerminal.open(true);
    var lines = new Lines(session);
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .parser(lines)
            .completer(lines)
            .highlighter(new Colours(settings.ink()))
            .variable(LineReader.HISTORY_FILE, settings.cache().resolve("history"))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "...> ")
            .variable(LineReader.INDENTATION, 2)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.AUTO_MENU, false)
            .option(LineReader.Option.INSERT_TAB, false)
            .build();
    this.prompt = settings.ink().name("lab> ");
    bind();
  }

  private void bind() {
    reader.getWidgets().put(DOCUMENT, this::document);
    reader.getWidgets().put(TAB, this::tab);
    var keys = Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN));
    keys.bind(new Reference(DOCUMENT), KeyMap.esc() + "[Z");
    keys.bind(new Reference(TAB), "\t");
  }

  /** Tab completes; Tab at the same place again documents. */
  private boolean tab() {
    var here = reader.getBuffer().cursor() + ":" + reader.getBuffer();
    if (here.equals(tabbed)) {
      return document();
    }
    reader.callWidget(LineReader.COMPLETE_WORD);
    tabbed = reader.getBuffer().cursor() + ":" + reader.getBuffer();
    return true;
  }

  /** Shows what is known of the method or type at the cursor, above the line. */
  private boolean document() {
    var text = reader.getBuffer().toString();
    int cursor = reader.getBuffer().cursor();
    var shown = documentation(text, cursor);
    var lines = shown.isEmpty() ? List.of("no documentation here") : shown;
    reader.printAbove(
        String.join(
            "\n",
            lines.stream()
                .limit(MOST_DOCUMENTATION_LINES)
                .map(line -> AttributedString.fromAnsi(line).toAnsi())
                .toList()));
    return true;
  }

  private List<String> documentation(String text, int cursor) {
    var ours = docs.of(methodBefore(text, cursor));
    if (ours.isPresent()) {
      return ours.get();
    }
    return session.analysis().documentation(text, cursor, true).stream()
        .flatMap(found ->
            Stream.concat(
                Stream.of(found.signature()),
                Optional.ofNullable(found.javadoc()).stream().flatMap(Desk::plain)))
        .toList();
  }

  private static Stream<String> plain(String javadoc) {
    return javadoc
        .replaceAll("\\{@(?:code|link|linkplain)\\s+([^}]*)}", "$1")
        .replaceAll("<[^>]*>", "")
        .lines()
        .filter(line -> !line.isBlank())
        .limit(12)
        .map(line -> "  " + line.strip());
  }

  /** The name that the cursor is at the end of, or in the brackets of. */
  private static String methodBefore(String text, int cursor) {
    int end = cursor;
    int depth = 0;
    boolean name = end > 0 && Character.isJavaIdentifierPart(text.charAt(end - 1));
    while (!name && end > 0) {
      char letter = text.charAt(end - 1);
      if (letter == ')') {
        depth++;
      } else if (letter == '(' && depth-- == 0) {
        end--;
        break;
      }
      end--;
    }
    int from = end;
    while (from > 0 && Character.isJavaIdentifierPart(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, end);
  }

  /** What Ctrl-C does while something runs. */
  void onInterrupt(Runnable act) {
    terminal.handle(Terminal.Signal.INT, _ -> act.run());
  }

  /** The next whole text that was typed; empty at the end. Ctrl-C drops what was typed so far. */
  Optional<String> next() {
    while (true) {
      try {
        tabbed = "";
        return Optional.of(reader.readLine(prompt));
      } catch (UserInterruptException dropped) {
        // The person begins anew.
      } catch (EndOfFileException end) {
        return Optional.empty();
      }
    }
  }

  @Override
  public void close() throws IOException {
    reader.getHistory().save();
    terminal.close();
  }
}
