package lab.load.engine;

import java.util.Locale;

/** Provokes every fault once and prints what the engine took it for; {@code bench/faults.sh}. */
final class FaultTable {
  private FaultTable() {}

  public static void main(String[] args) throws Exception {
    System.out.printf(
        "%-24s %-8s %-13s %-10s %8s  %s%n", "FAULT", "PHASE", "CAUSE", "OUTCOME", "REQUESTS", "");
    int wrong = 0;
    for (var fault : Fault.values()) {
      var provoked = fault.provoke();
      var sample = provoked.sample();
      var failure = sample.failure().orElseThrow();
      boolean right =
          failure.phase() == fault.phase()
              && failure.cause() == fault.cause()
              && provoked.requests() == fault.requests();
      wrong += right ? 0 : 1;
      System.out.printf(
          "%-24s %-8s %-13s %-10s %8d  %s%n",
          words(fault),
          words(failure.phase()),
          words(failure.cause()),
          words(sample.outcome()),
          provoked.requests(),
          right ? "as it must be" : "WRONG");
    }
    System.out.printf(
        "target: every fault told apart, none asked for twice: %s%n",
        wrong == 0 ? "kept" : "MISSED " + wrong);
    System.exit(wrong == 0 ? 0 : 1);
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
