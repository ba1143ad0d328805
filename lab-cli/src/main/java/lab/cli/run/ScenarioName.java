package lab.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lab.run.Scenario;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the word for a scenario. */
final class ScenarioName implements ITypeConverter<Scenario> {
  @Override
  public Scenario convert(String text) {
    for (var scenario : Scenario.values()) {
      if (scenario.label().equals(text.toLowerCase(Locale.ROOT))) {
        return scenario;
      }
    }
    throw new TypeConversionException(
        "there is no scenario '%s': choose one of %s"
            .formatted(text, String.join(", ", new All())));
  }

  /** Every word, for a shell to complete. */
  static final class All extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    All() {
      super(List.of(Scenario.values()).stream().map(Scenario::label).toList());
    }
  }
}
