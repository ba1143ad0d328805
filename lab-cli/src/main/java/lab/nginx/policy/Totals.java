package lab.nginx.policy;

import java.util.List;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Word;

/** What a configuration asks for in all: many small things weigh as much as a large one. */
final class Totals {
  private static final long KIB = 1024;
  private static final long MIB = 1024 * KIB;
  private static final long CACHE_UNLESS_WRITTEN = 64 * MIB;
  private static final long GZIP_LOG_BUFFER = 64 * KIB;

  private final Findings findings;

  /** nginx keeps a point for each unit of weight, and more where a hash is consistent. */
  private final Sum weights = new Sum(1_000, "the weights of all servers may be 1000 in all");

  private final Sum zones = new Sum(64 * MIB, "shared memory may take 64m in all");
  private final Sum caches = new Sum(256 * MIB, "caches may take 256m in all");
  private final Sum logBuffers = new Sum(4 * MIB, "buffers of logs may take 4m in all");

  Totals(Findings findings) {
    this.findings = findings;
  }

  void check(List<Placed> statements) {
    for (var placed : statements) {
      if (placed.context().isPresent()) {
        add(placed, placed.statement().args());
      }
    }
  }

  private void add(Placed placed, List<Word> args) {
    var name = placed.statement().name().text();
    if (name.equals("server") && placed.in(Context.UPSTREAM)) {
      sizes(args, "weight=", weights);
    } else if (name.equals("zone")) {
      args.stream().skip(1).forEach(word -> zones.add(word, bytes(word.text())));
    } else if (name.endsWith("_zone")) {
      zoneSizes(args, "zone=");
    } else if (name.endsWith("_cache_path") && !args.isEmpty()) {
      zoneSizes(args, "keys_zone=");
      sizes(args, "max_size=", caches);
      if (args.stream().noneMatch(word -> word.text().startsWith("max_size="))) {
        caches.add(args.getFirst(), CACHE_UNLESS_WRITTEN);
      }
    } else if (name.equals("access_log")) {
      sizes(args, "buffer=", logBuffers);
      args.stream()
          .filter(word -> word.text().startsWith("gzip"))
          .forEach(word -> logBuffers.add(word, GZIP_LOG_BUFFER));
    }
  }

  private void sizes(List<Word> args, String parameter, Sum sum) {
    for (var word : args) {
      if (word.text().startsWith(parameter)) {
        sum.add(word, bytes(word.text().substring(parameter.length())));
      }
    }
  }

  private void zoneSizes(List<Word> args, String parameter) {
    for (var word : args) {
      if (word.text().startsWith(parameter)) {
        zones.add(word, bytes(word.text().substring(word.text().indexOf(':') + 1)));
      }
    }
  }

  /** A number or size; nothing for one that cannot be read, which {@link SizeRules} refuses. */
  private static long bytes(String text) {
    return SizeRules.bytes(text).orElse(0);
  }

  /** Amounts of one kind, and the word at which they are too much. */
  private final class Sum {
    private final long most;
    private final String message;
    private long soFar;

    Sum(long most, String message) {
      this.most = most;
      this.message = message;
    }

    void add(Word at, long amount) {
      if (soFar <= most) {
        soFar += amount;
        if (soFar > most) {
          findings.refuse("limit", at, message);
        }
      }
    }
  }
}
