package lab.jshell.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import lab.jshell.session.Pieces.Piece;

/** The shell's own commands: lines that begin with a slash. */
final class Commands {
  static final List<String> NAMES =
      List.of("/help", "/open", "/vars", "/methods", "/types", "/restart", "/exit");

  private final Evaluator evaluator;
  private final Docs docs;
  private final Consumer<String> out;

  Commands(Evaluator evaluator, Docs docs, Consumer<String> out) {
    this.evaluator = evaluator;
    this.docs = docs;
    this.out = out;
  }

  /** What a command leads to. */
  enum Next {
    GO_ON,
    FAILED,
    END
  }

  Next run(String line) throws IOException, InterruptedException {
    var words = line.strip().split("\\s+", 2);
    var rest = words.length > 1 ? words[1] : "";
    switch (words[0]) {
      case "/help", "/?" -> help(rest);
      case "/open" -> {
        return open(rest) ? Next.GO_ON : Next.FAILED;
      }
      case "/vars" -> evaluator.session().variables().forEach(out);
      case "/methods" -> evaluator.session().methods().forEach(out);
      case "/types" -> evaluator.session().types().forEach(out);
      case "/restart" -> evaluator.restart();
      case "/exit", "/quit" -> {
        return Next.END;
      }
      default -> {
        out.accept("there is no " + words[0] + ": " + String.join(" ", NAMES));
        return Next.FAILED;
      }
    }
    return Next.GO_ON;
  }

  private void help(String method) {
    if (method.isEmpty()) {
      List.of(
              "Type Java; it runs at once, in a JVM of its own. The lab is at hand:",
              "",
              "  get(\"/check_feed\")                        one request through nginx",
              "  burst(\"/check_feed\", perSecond(10), seconds(20))",
              "  var s = streams(80)                       s.look()  s.more(10)  s.close()",
              "  stack()                                   stack().sendAllTo(\"pooled\")",
              "  stack().mode(\"sync\").workers()            kill(WORKER)",
              "  stack().mode(\"pooled\").get(\"/\")           past nginx",
              "  threads(\"pooled\")                         a thread dump, grouped",
              "  runs().last()                             plot(RUN)",
              "  capacity(2, 2.5)   littlesLaw(10, 2.5)    feed().hang()   feed().normal()",
              "  trial(12, scene -> serve(scene.requests(), scene.feed(), 4))",
              "",
              "  Tab completes; Tab again, or Shift-Tab, shows the documentation.",
              "  Ctrl-C stops what runs; Ctrl-D ends the shell.",
              "  /help NAME  /open FILE  /vars  /methods  /types  /restart  /exit")
          .forEach(out);
      return;
    }
    docs.of(method.replaceAll("[^\\w].*", ""))
        .orElse(
            List.of("there is no " + method + " of ours; Shift-Tab after its name shows Java's"))
        .forEach(out);
  }

  /** Evaluates a file, piece by piece, up to the first that fails. */
  boolean open(String name) throws IOException, InterruptedException {
    var file = Path.of(name);
    if (name.isBlank() || !Files.isRegularFile(file)) {
      out.accept("there is no file " + name);
      return false;
    }
    var text = Files.readString(file);
    for (Piece piece : evaluator.session().pieces(text, Evaluator.PARSE_LIMIT)) {
      long line = text.substring(0, piece.offset()).chars().filter(c -> c == '\n').count() + 1;
      long blank = piece.source().lines().takeWhile(String::isBlank).count();
      if (!evaluator.evaluate(piece.source(), file + ":" + (line + blank))) {
        return false;
      }
    }
    return true;
  }
}
