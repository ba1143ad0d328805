package lab.run.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.nginx.routing.Explanation;
import lab.nginx.routing.Outcome;
import lab.nginx.routing.Step;
import lab.nginx.routing.probe.Instrumented.Mark;
import lab.stack.trial.Answer;

/** Where a static answer and the real nginx's differ. */
public final class Agreement {
  private final Explanation explained;
  private final Observed observed;
  private final Path folder;
  private final List<String> differences = new ArrayList<>();

  private Agreement(Explanation explained, Observed observed, Path folder) {
    this.explained = explained;
    this.observed = observed;
    this.folder = folder;
  }

  /**
   * Compares the two.
   *
   * @param folder the main file's folder, which file names are relative to
   * @return a sentence for each difference; none when they agree or nothing was claimed
   * @throws IOException when a file that is claimed to be the answer cannot be read
   */
  public static List<String> differences(Explanation explained, Observed observed, Path folder)
      throws IOException {
    var agreement = new Agreement(explained, observed, folder);
    if (!(explained.outcome() instanceof Outcome.Unknown)) {
      agreement.compare();
    }
    return List.copyOf(agreement.differences);
  }

  private void compare() throws IOException {
    if (explained.outcome() instanceof Outcome.NoListener || observed.answer().isEmpty()) {
      same(
          "listening",
          !(explained.outcome() instanceof Outcome.NoListener),
          observed.answer().isPresent());
      return;
    }
    observed
        .mark()
        .ifPresent(mark -> same("server", explained.server(), Optional.of(mark.server())));
    observed.mark().ifPresent(mark -> same("location", explained.location(), place(mark)));
    observed.visited().ifPresent(this::visited);
    outcome(explained.outcome(), observed.answer().get());
  }

  private static Optional<Explanation.Place> place(Mark mark) {
    return mark.location();
  }

  private void visited(List<String> names) {
    // nginx also names the server itself, by nothing, and never one that it may not enter
    var theirs = names.stream().filter(name -> !name.isEmpty()).toList();
    var ours = explained.visited().stream().map(Agreement::debugName).toList();
    long refused =
        explained.steps().stream()
            .filter(step -> step.kind() == Step.Kind.ACCESS && step.text().startsWith("internal"))
            .count();
    if (ours.size() != theirs.size() + refused || !within(theirs, ours)) {
      same("visited", ours, theirs);
    }
  }

  /** Whether names stand in a longer list in the same order. */
  private static boolean within(List<String> names, List<String> longer) {
    int at = 0;
    for (var name : longer) {
      if (at < names.size() && names.get(at).equals(name)) {
        at++;
      }
    }
    return at == names.size();
  }

  /** A location as nginx's debug log names it: without its modifier, but for the exact one. */
  private static String debugName(String text) {
    var name = text.replaceFirst("^(=|\\^~|~\\*|~) ?", "");
    return text.startsWith("=") ? "=" + name : name;
  }

  private void outcome(Outcome outcome, Answer answer) throws IOException {
    switch (outcome) {
      case Outcome.Proxied proxied -> proxied(proxied, answer);
      case Outcome.Redirected(int status, String location) -> {
        same("status", status, answer.status());
        same("Location", Optional.of(location), answer.header("location"));
      }
      case Outcome.Text(int status, String body) -> {
        same("status", status, answer.status());
        body(body, answer);
      }
      case Outcome.File(int status, String path) -> {
        same("status", status, answer.status());
        body(Files.readString(folder.resolve(path), StandardCharsets.ISO_8859_1), answer);
      }
      case Outcome.Status(int status, List<String> refused, String _) -> {
        same("status", status == 444 ? 0 : status, answer.status());
        same("proxied", false, observed.seen().isPresent());
        if (status == 502) {
          same("asked", refused, addresses());
        }
      }
      case Outcome.NoListener _, Outcome.Unknown _ -> {}
    }
  }

  /** The addresses asked, without the group's name that nginx logs when nobody is left. */
  private List<String> addresses() {
    return observed.asked().stream().filter(address -> address.indexOf(':') >= 0).toList();
  }

  private void body(String expected, Answer answer) {
    if (!explained.request().method().equals("HEAD")) {
      same("body", expected, answer.body());
    }
    same("proxied", false, observed.seen().isPresent());
  }

  private void proxied(Outcome.Proxied proxied, Answer answer) {
    if (observed.seen().isEmpty()) {
      differences.add(
          "proxied to " + proxied.upstreams() + " expected, but nginx answers " + answer.status());
      return;
    }
    var seen = observed.seen().get();
    if (!proxied.upstreams().contains(seen.address())) {
      same("upstream", proxied.upstreams(), List.of(seen.address()));
    }
    same("uri", proxied.uri(), seen.target());
    same("host", proxied.host(), seen.host());
    same("method", proxied.method(), seen.method());
    same("status", proxied.status().orElse(200), answer.status());
  }

  private void same(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      differences.add(what + ": explained " + expected + ", nginx says " + found);
    }
  }
}
