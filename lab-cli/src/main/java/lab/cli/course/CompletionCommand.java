package lab.cli.course;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lab.cli.ExitCode;
import lab.cli.Main;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab completion}: what a shell needs to complete commands and options. */
@Command(
    name = "completion",
    description = "Print a script that completes commands and options of lab in your shell.",
    footer = {
      "",
      "Examples:",
      "  source <(./lab completion bash)",
      "  source <(./lab completion zsh)",
      "  ./lab completion fish | source"
    })
public final class CompletionCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  @SuppressWarnings("NullAway.Init")
  private Shell shell;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /** The shells that we know. */
  enum Shell {
    bash,
    zsh,
    fish
  }

  @Override
  public Integer call() {
    var root = spec.root().commandLine();
    var script =
        switch (shell) {
          case bash -> bash(root);
          // zsh reads bash's completions; the functions must be loaded first.
          case zsh ->
              "autoload -Uz compinit bashcompinit\n(( $+functions[compdef] )) || compinit -u\nbashcompinit\n"
                  + bash(root);
          case fish -> fish(root);
        };
    Main.console(spec).print(script.stripTrailing());
    return ExitCode.DONE.code();
  }

  private static String bash(CommandLine root) {
    return AutoComplete.bash("lab", root)
        .replace(
            "complete -F _complete_lab -o default lab lab.sh lab.bash",
            "complete -F _complete_lab -o default lab ./lab");
  }

  private static String fish(CommandLine root) {
    var lines = new ArrayList<String>();
    lines.add("# Completion of lab for fish");
    lines.add("complete -c lab -f");
    add(root, List.of(), lines);
    return String.join("\n", lines) + "\n";
  }

  private static void add(CommandLine command, List<String> path, List<String> lines) {
    var names = visible(command);
    var here = condition(path, names);
    for (var sub : names) {
      var child = command.getSubcommands().get(sub);
      var words =
          child == null
              ? ""
              : String.join(" ", child.getCommandSpec().usageMessage().description());
      lines.add(
          "complete -c lab -n " + quoted(here) + " -a " + quoted(sub) + " -d " + quoted(words));
      if (child != null) {
        var below = new ArrayList<>(path);
        below.add(sub);
        add(child, below, lines);
      }
    }
    command
        .getCommandSpec()
        .options()
        .forEach(option -> lines.add(option(option, condition(path, List.of()))));
    command.getCommandSpec().positionalParameters().stream()
        .map(CompletionCommand::values)
        .filter(values -> !values.isEmpty())
        .forEach(
            values -> lines.add("complete -c lab -n " + quoted(here) + " -a " + quoted(values)));
  }

  /** The words that may stand for an argument; empty text where it may be anything. */
  private static String values(ArgSpec argument) {
    return argument.completionCandidates() == null
        ? ""
        : String.join(" ", argument.completionCandidates()).toLowerCase(Locale.ROOT);
  }

  private static List<String> visible(CommandLine command) {
    return command.getSubcommands().entrySet().stream()
        .filter(entry -> !entry.getValue().getCommandSpec().usageMessage().hidden())
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  /** The words of the path are typed, and none of the words that may follow it is. */
  private static String condition(List<String> path, List<String> next) {
    var parts = new ArrayList<String>();
    path.forEach(word -> parts.add("__fish_seen_subcommand_from " + word));
    if (!next.isEmpty()) {
      parts.add("not __fish_seen_subcommand_from " + String.join(" ", next));
    }
    return parts.isEmpty() ? "true" : String.join("; and ", parts);
  }

  private static String option(OptionSpec option, String condition) {
    var names =
        Arrays.stream(option.names())
            .map(name ->
                name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
            .collect(Collectors.joining(" "));
    var values = values(option);
    var argument =
        option.arity().max() == 0 ? "" : values.isEmpty() ? " -r -F" : " -x -a " + quoted(values);
    return "complete -c lab -n "
        + quoted(condition)
        + " "
        + names
        + argument
        + " -d "
        + quoted(String.join(" ", option.description()));
  }

  private static String quoted(String text) {
    return "'"
        + text.replace("\\", "\\\\")
            .replace("'", "\\'")
            .replace("\n", " ")
            .replaceAll("\\$\\{[^}]*}", "...")
        + "'";
  }
}
