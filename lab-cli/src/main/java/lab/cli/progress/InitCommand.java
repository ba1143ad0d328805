package lab.cli.progress;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import lab.cli.ExitCode;
import lab.cli.course.Desk;
import lab.cli.course.Page;
import lab.course.journal.Event;
import lab.course.variation.Incident;
import lab.course.variation.Learner;
import lab.course.variation.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lab init}: says who learns here, and so which numbers the incident has. */
@Command(
    name = "init",
    description = "Say who you are: your incident then has numbers of its own.",
    footer = {
      "",
      "Optional. Without it everybody gets the numbers of the original incident. The",
      "same name (and salt, which an instructor may hand out) gives the same numbers",
      "on every machine. The name stays in .lab/journal.ndjson on this machine.",
      "",
      "Examples:",
      "  lab init --learner ada",
      "  lab init --learner ada --salt autumn-2026"
    })
public final class InitCommand implements Callable<Integer> {
  @Option(
      names = "--learner",
      required = true,
      paramLabel = "NAME",
      description = "Any word of yours, such as a student number.")
  @SuppressWarnings("NullAway.Init")
  private String learner;

  @Option(
      names = "--salt",
      paramLabel = "WORD",
      defaultValue = "",
      description = "What your instructor gave out, if anything.")
  private String salt = "";

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (!learner.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,63}") || salt.length() > 64) {
      throw new ParameterException(
          spec.commandLine(),
          "A name is 1 to 64 letters, digits and . _ @ + -, beginning with a letter or digit; a salt has at most 64 characters.");
    }
    var desk = Desk.open(spec);
    var who = new Learner(Optional.of(learner), salt);
    var before = desk.journal().progress();
    if (!before.learner().equals(who)) {
      desk.journal().append(new Event.Named(learner, salt));
    }
    var numbers = who.variation(Incident.NIGHT);
    if (desk.console().json()) {
      var json = new LinkedHashMap<String, Object>();
      json.put("schema", "lab/learner/1");
      json.put("learner", learner);
      json.put("seed", who.seed());
      json.put("incident", numbers);
      json.put("capacity", who.variation(Incident.CAPACITY));
      desk.console().printJson(json);
      return ExitCode.DONE.code();
    }
    show(desk, who);
    if (!before.learner().equals(who) && !before.runs().isEmpty()) {
      new Page(desk.console())
          .text("Your runs until now were made with other numbers. They stay on record.");
    }
    return ExitCode.DONE.code();
  }

  private static void show(Desk desk, Learner who) {
    var page = new Page(desk.console());
    var numbers = Numbers.of(who.variation(Incident.NIGHT), who);
    page.text(
        numbers.in(
            "Welcome, {learner}. Your seed is {seed}. Your incident: {rate} checks a second, each waits {min} to {max} s ({mean} s on average); {streams} streams; {workers} sync workers, {threads} pool threads."));
    page.line("Start:  " + desk.console().ink().name("lab next"));
  }
}
