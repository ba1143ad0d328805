package lab.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lab.nginx.routing.Explanation;
import lab.nginx.routing.Outcome;
import lab.nginx.routing.Step;
import lab.nginx.syntax.ByteText;
import lab.screen.Ink;

/**
 * An explanation as an itinerary: the request, each thing that happened on the way, and where it
 * ended.
 *
 * @param ink colours, or none
 * @param width columns of the screen
 */
public record ExplainText(Ink ink, int width) {
  private static final int LABEL = 11;
  private static final String GAP = "   ";

  public List<String> of(Explanation explanation) {
    var lines = new ArrayList<String>();
    var request = explanation.request();
    var host = request.host().map(name -> "Host " + name).orElse("no Host line");
    lines.addAll(
        asked(
            request.method() + " " + ByteText.decode(request.uri()),
            ByteText.decode(host) + request.connect().map(to -> ", sent to " + to).orElse("")));
    for (var step : explanation.steps()) {
      lines.addAll(row(label(step.kind()), ByteText.decode(step.text())));
    }
    lines.addAll(ending(explanation.outcome()));
    return lines;
  }

  /** The request line, and how it is sent: beside it, or below where there is no room. */
  private List<String> asked(String line, String sent) {
    if (line.length() + GAP.length() + sent.length() <= width) {
      return List.of(ink.strong(line) + ink.faint(GAP + sent));
    }
    var lines = new ArrayList<String>();
    folded(line, width).forEach(piece -> lines.add(ink.strong(piece)));
    folded(sent, width - GAP.length()).forEach(piece -> lines.add(ink.faint(GAP + piece)));
    return lines;
  }

  private static String label(Step.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private List<String> ending(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Proxied proxied -> proxied(proxied);
      case Outcome.Redirected(int status, String location) ->
          marked("redirect", status + " to " + location, false);
      case Outcome.Text(int status, String body) ->
          marked("text", status + " \"" + plain(body) + "\"", false);
      case Outcome.File(int status, String path) -> marked("file", status + " " + path, false);
      case Outcome.Status(int status, var _, String reason) ->
          marked("status", status + " (" + reason + ")", status >= 400);
      case Outcome.NoListener(String address) ->
          marked("nobody", "nothing listens on " + address, true);
      case Outcome.Unknown(String reason) -> marked("cannot tell", reason, true);
    };
  }

  /** A text on one line; no byte of it may move the cursor. */
  private static String plain(String text) {
    var out = new StringBuilder();
    for (char c : text.replace("\n", "\\n").replace("\t", "\\t").toCharArray()) {
      out.append(c < ' ' || c == 0x7f ? "\\x%02x".formatted((int) c) : Character.toString(c));
    }
    return out.toString();
  }

  private List<String> proxied(Outcome.Proxied proxied) {
    var lines = new ArrayList<>(marked("proxy", String.join(" or ", proxied.upstreams()), false));
    lines.addAll(row("", proxied.method() + " " + ByteText.decode(proxied.uri())));
    lines.addAll(
        row("", proxied.host().map(host -> "Host: " + host).orElse("without a Host line")));
    proxied.status().ifPresent(status -> lines.addAll(row("", "the client sees status " + status)));
    return lines;
  }

  private List<String> marked(String label, String text, boolean bad) {
    var lines = new ArrayList<>(row("=> " + label, ByteText.decode(text)));
    lines.replaceAll(line -> bad ? ink.bad(line) : ink.good(line));
    return lines;
  }

  /** A label and a text that is folded to the screen's width behind it. */
  private List<String> row(String label, String text) {
    int gap = LABEL + 6;
    var lines = folded(text, width - gap);
    var rows = new ArrayList<String>();
    for (int at = 0; at < lines.size(); at++) {
      rows.add(("  %-" + (LABEL + 3) + "s %s").formatted(at == 0 ? label : "", lines.get(at)));
    }
    return rows;
  }

  private static List<String> folded(String text, int columns) {
    int room = Math.max(20, columns);
    var lines = new ArrayList<String>();
    var rest = text;
    while (rest.length() > room) {
      int blank = rest.lastIndexOf(' ', room);
      int cut = blank > room / 2 ? blank : room;
      lines.add(rest.substring(0, cut));
      rest = rest.substring(cut).stripLeading();
    }
    lines.add(rest);
    return lines;
  }
}
