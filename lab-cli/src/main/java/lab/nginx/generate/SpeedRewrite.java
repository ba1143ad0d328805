package lab.nginx.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lab.nginx.generate.time.NginxTime;
import lab.nginx.generate.time.TimeWord;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Word;

/** Divides times and multiplies rates by the replay factor, nginx's own defaults too. */
final class SpeedRewrite {
  /** Source: the default values in nginx's documentation of its core and proxy modules. */
  private static final Map<String, Long> DEFAULT_SECONDS = defaults();

  private static final long DEFAULT_FAIL_TIMEOUT_SECONDS = 10;
  private static final long DEFAULT_CACHE_INACTIVE_SECONDS = 600;
  private static final Pattern RATE = Pattern.compile("rate=(\\d{1,9})(r/[sm])");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,12})([kKmMgG]?)");

  private final Draft draft;
  private final List<TimeWord> times = new ArrayList<>();
  private final Target.Groups groups;

  SpeedRewrite(Draft draft) {
    this.draft = draft;
    this.groups = Target.Groups.of(draft.statements());
    draft.statements().forEach(placed -> times.addAll(TimeWord.in(placed)));
  }

  /** Adds the edits; returns the factor that was applied. */
  int apply() {
    int asked = draft.options().speed();
    if (asked == 1) {
      return 1;
    }
    int speed = peersOfAName() ? 1 : dividing(asked);
    if (speed == 1) {
      return 1;
    }
    for (var time : times) {
      draft.edits().replace(time.word(), time.prefix() + NginxTime.text(time.divided(speed)));
    }
    rates(speed);
    defaults(speed);
    return speed;
  }

  /** The greatest factor up to the one asked for that divides every whole-second value. */
  private int dividing(int asked) {
    var whole = new ArrayList<TimeWord>(times.stream().filter(TimeWord::wholeSeconds).toList());
    var hidden = hiddenDefaults();
    for (int speed = asked; speed > 1; speed--) {
      int candidate = speed;
      boolean divides = whole.stream().allMatch(time -> time.millis() % (candidate * 1000L) == 0);
      if (divides && hidden.stream().allMatch(seconds -> seconds % candidate == 0)) {
        return sayIfLower(asked, candidate, whole);
      }
    }
    return sayIfLower(asked, 1, whole);
  }

  /**
   * Whether requests go to a name that has no group. nginx makes a peer of each of its addresses,
   * and how long one that failed is left alone can be written in a group only. Of one address it is
   * never left alone.
   */
  private boolean peersOfAName() {
    if (draft.options().upstream().isPresent()) {
      return false;
    }
    for (var placed : draft.statements()) {
      var args = placed.statement().args();
      if (placed.context().isPresent()
          && TargetRewrite.PASSES.contains(placed.statement().name().text())
          && !args.isEmpty()
          && Target.parse(args.getFirst().text()).filter(this::isName).isPresent()) {
        var word = args.getFirst();
        draft
            .notes()
            .add(
                "The replay runs at speed 1 instead of "
                    + draft.options().speed()
                    + ": nginx leaves a failed address of \""
                    + word.text()
                    + "\" ("
                    + word.span().source().path()
                    + ":"
                    + word.span().line()
                    + ") alone for 10s, unless an upstream says otherwise.");
        return true;
      }
    }
    return false;
  }

  /** Whether it looks like a host's name; what looks like a misspelt group is left to nginx. */
  private boolean isName(Target target) {
    var address = Address.parse(target.authority());
    boolean host =
        address.port().isPresent() || address.loopback() || address.host().indexOf('.') > 0;
    return host
        && address.isName()
        && !target.hasVariable()
        && !groups.contains(target.authority());
  }

  private List<Long> hiddenDefaults() {
    var found = new ArrayList<Long>();
    if (!withoutParameter("server", "fail_timeout=").isEmpty()) {
      found.add(DEFAULT_FAIL_TIMEOUT_SECONDS);
    }
    if (!withoutParameter("proxy_cache_path", "inactive=").isEmpty()) {
      found.add(DEFAULT_CACHE_INACTIVE_SECONDS);
    }
    return found;
  }

  private int sayIfLower(int asked, int speed, List<TimeWord> whole) {
    if (speed < asked) {
      var culprit =
          whole.stream()
              .filter(time -> time.millis() % (asked * 1000L) != 0)
              .findFirst()
              .map(time -> "\"" + time.word().text() + "\" (" + time.place() + ")")
              .orElse("its default fail_timeout of 10s");
      draft
          .notes()
          .add(
              "The replay runs at speed "
                  + speed
                  + " instead of "
                  + asked
                  + ": nginx takes "
                  + culprit
                  + " in whole seconds only.");
    }
    return speed;
  }

  private void rates(int speed) {
    for (var placed : draft.named("limit_req_zone")) {
      for (var word : placed.statement().args()) {
        var rate = RATE.matcher(word.text());
        if (rate.matches()) {
          long faster = Long.parseLong(rate.group(1)) * speed;
          draft.edits().replace(word, "rate=" + faster + rate.group(2));
        }
      }
    }
    for (var placed : draft.statements()) {
      var statement = placed.statement();
      boolean limit =
          placed.context().isPresent() && statement.name().text().endsWith("limit_rate");
      boolean set = placed.is("set") && statement.saysFirst("$limit_rate");
      if ((limit || set) && !statement.args().isEmpty()) {
        bytesPerSecond(statement.args().getLast(), speed);
      }
    }
  }

  private void bytesPerSecond(Word word, int speed) {
    var size = SIZE.matcher(word.text());
    if (size.matches()) {
      draft.edits().replace(word, Long.parseLong(size.group(1)) * speed + size.group(2));
    } else {
      draft.refuse(
          word.span(),
          "a rate hides in a variable and cannot be multiplied by the replay's speed",
          "write the rate itself, or run at speed 1");
    }
  }

  private void defaults(int speed) {
    var inserted = new StringBuilder();
    DEFAULT_SECONDS.forEach((name, seconds) -> {
      if (applies(name) && !draft.has(name, Context.HTTP)) {
        inserted.append(' ').append(name).append(' ');
        inserted.append(NginxTime.text(seconds * 1000 / speed)).append(';');
      }
    });
    draft.http().ifPresent(http -> draft.edits().insertInside(http, inserted.toString()));
    for (var server : withoutParameter("server", "fail_timeout=")) {
      var divided = DEFAULT_FAIL_TIMEOUT_SECONDS / speed;
      draft.edits().append(server.statement(), "fail_timeout=" + divided + "s");
    }
    for (var cache : withoutParameter("proxy_cache_path", "inactive=")) {
      var divided = DEFAULT_CACHE_INACTIVE_SECONDS / speed;
      draft.edits().append(cache.statement(), "inactive=" + divided + "s");
    }
    keepalive(speed);
  }

  private void keepalive(int speed) {
    for (var placed : draft.named("upstream")) {
      var inner = placed.statement().block().map(block -> block.directives()).orElse(List.of());
      if (inner.stream().noneMatch(statement -> statement.is("keepalive_timeout"))) {
        draft
            .edits()
            .insertInside(
                placed.statement(), " keepalive_timeout " + NginxTime.text(60_000L / speed) + ";");
      }
    }
  }

  private List<Placed> withoutParameter(String name, String parameter) {
    return draft.named(name).stream()
        .filter(placed -> !placed.in(Context.HTTP) || !name.equals("server"))
        .filter(placed ->
            placed.statement().args().stream().noneMatch(w -> w.text().startsWith(parameter)))
        .toList();
  }

  /** Whether a default matters: those of other protocols only where they are spoken. */
  private boolean applies(String name) {
    int end = name.indexOf('_');
    var family = name.substring(0, end);
    return !List.of("fastcgi", "uwsgi", "scgi", "grpc", "memcached").contains(family)
        || !draft.named(family + "_pass").isEmpty();
  }

  private static Map<String, Long> defaults() {
    var seconds = new LinkedHashMap<String, Long>();
    seconds.put("client_header_timeout", 60L);
    seconds.put("client_body_timeout", 60L);
    seconds.put("send_timeout", 60L);
    seconds.put("keepalive_timeout", 75L);
    seconds.put("keepalive_time", 3600L);
    seconds.put("lingering_time", 30L);
    seconds.put("lingering_timeout", 5L);
    seconds.put("resolver_timeout", 30L);
    seconds.put("proxy_cache_lock_timeout", 5L);
    seconds.put("proxy_cache_lock_age", 5L);
    for (var family : List.of("proxy", "fastcgi", "uwsgi", "scgi", "grpc", "memcached")) {
      for (var phase : List.of("connect", "send", "read")) {
        seconds.put(family + "_" + phase + "_timeout", 60L);
      }
    }
    return seconds;
  }
}
