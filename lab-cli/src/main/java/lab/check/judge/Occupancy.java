package lab.check.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lab.check.evidence.Arm;
import lab.check.evidence.Service;

/** Who held the slots of a mode with a fixed number of them, and for how long. */
final class Occupancy {
  private static final int NAMED = 3;

  private final Arm arm;
  private final String mode;
  private final int slots;
  private final Map<String, List<Service>> bySlot;

  Occupancy(Arm arm, String mode) {
    this.arm = arm;
    this.mode = mode;
    this.slots = mode.equals("sync") ? arm.setting().syncWorkers() : arm.setting().poolThreads();
    this.bySlot =
        arm.services().stream()
            .filter(service -> service.mode().equals(mode))
            .collect(
                Collectors.groupingBy(
                    service -> service.pid() + " " + service.slot(),
                    TreeMap::new,
                    Collectors.toList()));
  }

  static boolean isFixed(String mode) {
    return mode.equals("sync") || mode.equals("pooled");
  }

  /** The share of all slots' time that a route took; 0 to 1. */
  double share(String route) {
    long taken =
        bySlot.values().stream()
            .flatMap(List::stream)
            .filter(service -> service.route().equals(route))
            .mapToLong(this::nanos)
            .sum();
    return (double) taken / arm.planned().toNanos() / slots;
  }

  /** The share of all slots' time that was taken at all; 0 to 1. */
  double busy() {
    return bySlot.values().stream().flatMap(List::stream).mapToLong(this::nanos).sum()
        / (double) arm.planned().toNanos()
        / slots;
  }

  /** Who held what, from when to when: the longest first, a line each. */
  List<String> lines() {
    var all =
        bySlot.values().stream()
            .flatMap(List::stream)
            .filter(service -> nanos(service) > 0)
            .sorted(Comparator.comparingLong(this::nanos).reversed())
            .toList();
    var lines = new ArrayList<String>();
    for (var service : all.subList(0, Math.min(NAMED, all.size()))) {
      lines.add(
          "%s held by %s from %s to %s"
              .formatted(
                  holder(service),
                  service.route(),
                  Seconds.of(service.begun()),
                  Seconds.of(service.begun() + nanos(service))));
    }
    lines.add(shares());
    return lines;
  }

  /** Where a request was served, such as {@code worker 1 (pid 4711)}. */
  static String holder(Service service) {
    var thread =
        switch (service.mode()) {
          case "sync" -> "worker";
          case "async" -> "event loop, slot";
          case "virtual" -> "virtual thread";
          default -> "thread";
        };
    return "%s %s (pid %d)".formatted(thread, service.slot(), service.pid());
  }

  private String shares() {
    var routes =
        bySlot.values().stream()
            .flatMap(List::stream)
            .map(Service::route)
            .distinct()
            .sorted(Comparator.comparingDouble(this::share).reversed())
            .map(route -> String.format(Locale.ROOT, "%s %s", route, Share.percent(share(route))))
            .collect(Collectors.joining(", "));
    return "%s: %d %s, taken for %s of the time%s"
        .formatted(
            mode,
            slots,
            mode.equals("sync") ? "workers" : "threads",
            Share.percent(busy()),
            routes.isEmpty() ? "" : ": " + routes);
  }

  private long nanos(Service service) {
    long end = Math.min(service.ended().orElse(Long.MAX_VALUE), arm.planned().toNanos());
    return Math.max(0, end - Math.max(0, service.begun()));
  }
}
