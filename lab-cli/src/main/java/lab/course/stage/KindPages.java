package lab.course.stage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each kind of check asks, as a page for learners and authors. */
public final class KindPages {
  private static final Map<String, String> PAGES = pages();

  private KindPages() {}

  /** The pages by kind, in the order of {@link Vocabulary#KINDS}. */
  public static Map<String, String> all() {
    return PAGES;
  }

  private static Map<String, String> pages() {
    var pages = new LinkedHashMap<String, String>();
    pages.put("nginx-loads", "nginx -t accepts the file. No keys. Fast.");
    pages.put(
        "prediction",
        "A prediction is on record; its value is never judged. Keys: `prediction`, `before` (the run that it should come before, which a check of kind run-recorded asks for: a scenario, or `{scenario, upstream}` where nginx.conf is not played as it is, with `blocking-feed: true` where the run needs that option). Fast.");
    pages.put(
        "run-recorded",
        "`lab run` was used as asked, and with the learner's own numbers. Keys: `scenario`, `upstreams` (default `[as-is]`, each needed), `min-seconds`, `blocking-feed: true` (the option that the runs need), `shows: {lane, failed-share or ok-share}`. Fast.");
    pages.put(
        "answer", "A question of the stage is answered in answers.yaml. Keys: `question`. Fast.");
    pages.put(
        "findings",
        "A section of findings.md earns enough; what it earns of its points counts, passed or not. Keys: `section` (causes, models or routing), `rubric`. Fast.");
    pages.put(
        "snippet",
        "A JShell snippet does what it must, in a JVM of its own. Keys: `file`, `spec`.");
    pages.put(
        "traffic",
        "A lane of a load keeps its SLO, judged by counts and shares, against a control of the same run where one is played. Keys: `load`, `lane`, `from` and `to` (seconds), `slo: {ok-share, tail-ratio, within, answered-share, live-share, tick-share, held-share}`.");
    pages.put(
        "served-by",
        "The application gave the answers: the nonce, nginx's log and the server's own account agree. Keys: `load`, `routes`, `freshness` (how old an answer from a cache may be, default 2s; one longest poll of the feed more, while the next one is on its way), `modes`.");
    pages.put(
        "causality",
        "Each route gets its shipped block back, alone: what breaks is what the edit was for. An edit that buys nothing is named, and costs nothing. Keys: `load`, `routes`; `needs` must name the checks of kind traffic.");
    pages.put(
        "capacity-plan",
        "The configuration keeps its SLOs, and one that is smaller by more than the slack does not. Keys: `load`, `slack` (0.2 is a fifth), `cost: {worker-mb, thread-mb}`.");
    return Collections.unmodifiableMap(pages);
  }
}
