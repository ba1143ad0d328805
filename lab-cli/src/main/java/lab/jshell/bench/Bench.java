package lab.jshell.bench;

import java.util.List;
import lab.jshell.kit.Scene;

/** The lab at hand: ask the application, load it, look at it, break it. */
public final class Bench {
  private Bench() {}

  /**
   * Asks for a page through nginx, as a browser would, and waits for the answer.
   *
   * <p>Example: {@code get("/check_feed")}
   *
   * @param path such as {@code /}, {@code /hash_me} or {@code /check_feed}
   * @return status, response time, who served it, and the body
   */
  public static Reply get(String path) {
    return Reply.of(Lab.ask("get", "nginx", path));
  }

  /**
   * Sends requests through nginx at a steady rate, whatever the answers do, and waits for the last
   * of them.
   *
   * <p>Rate and length are in real time: the stack's speed divides the length and multiplies the
   * rate. Example: {@code burst("/check_feed", perSecond(10), seconds(20))}
   *
   * @param path the route
   * @param rate arrivals
   * @param length of the load
   * @return counts by outcome, and response times
   */
  public static Burst burst(String path, Rate rate, Length length) {
    return Burst.of("nginx", path, rate, length);
  }

  /**
   * An arrival rate for {@link #burst}.
   *
   * @param requests a second, in real time; more than 0
   */
  public static Rate perSecond(double requests) {
    return new Rate(requests);
  }

  /**
   * A length for {@link #burst}.
   *
   * @param seconds in real time; more than 0
   */
  public static Length seconds(double seconds) {
    return new Length(seconds);
  }

  /**
   * Opens connections to {@code /stream_feed} through nginx and keeps them open.
   *
   * <p>Example: {@code var s = streams(80)}, later {@code s.look()} and {@code s.close()}
   *
   * @param connections how many, 1 to 2000
   * @return the open streams
   */
  public static Streams streams(int connections) {
    return Streams.open("nginx", connections);
  }

  /**
   * The stack that is up; one is started where there is none, as soon as it is looked at or used,
   * and ends with the shell.
   *
   * <p>Example: {@code stack().mode("sync").workers()}
   */
  public static Stack stack() {
    return new Stack();
  }

  /**
   * Who does what in a mode now: a real thread dump, threads of the same kind in one line.
   *
   * <p>Example: {@code threads("pooled")}
   *
   * @param mode sync, pooled, async, virtual or feed
   */
  public static Text threads(String mode) {
    return Text.of(Lab.ask("threads", mode));
  }

  /**
   * The runs that {@code lab run} has kept.
   *
   * <p>Example: {@code runs().last()}
   */
  public static Runs runs() {
    return Runs.of(Lab.ask("runs"));
  }

  /**
   * Draws a run: what became of the requests of each route, second by second.
   *
   * <p>Example: {@code plot(runs().last())}
   */
  public static Text plot(Run run) {
    return Text.of(Lab.ask("plot", run.id()));
  }

  /**
   * Draws a burst: what became of its requests, second by second.
   *
   * <p>Example: {@code plot(burst("/check_feed", perSecond(10), seconds(20)))}
   */
  public static Text plot(Burst burst) {
    return Text.of(Lab.ask("plot", burst.id()));
  }

  /**
   * Requests a second that workers can finish when each serves one request at a time, {@code
   * workers / meanSeconds}.
   *
   * <p>Example: {@code capacity(2, 2.5)} is 0.8
   *
   * @param workers one or more
   * @param meanSeconds mean service time, more than 0
   */
  public static double capacity(int workers, double meanSeconds) {
    if (workers < 1 || !(meanSeconds > 0)) {
      throw new IllegalArgumentException("capacity needs a worker, and a time of more than 0 s");
    }
    return workers / meanSeconds;
  }

  /**
   * Requests in flight by Little's law, {@code L = λ·R}, over a stable window.
   *
   * <p>Example: {@code littlesLaw(10, 2.5)} is 25
   *
   * <p>Source: J. D. C. Little, A Proof for the Queuing Formula L = λW, Operations Research 9(3),
   * 1961.
   *
   * @param perSecond arrival rate λ, not negative
   * @param responseSeconds mean response time R, not negative
   */
  public static double littlesLaw(double perSecond, double responseSeconds) {
    if (!(perSecond >= 0) || !(responseSeconds >= 0)) {
      throw new IllegalArgumentException("Little's law knows no negative rate or time");
    }
    return perSecond * responseSeconds;
  }

  /**
   * Kills a worker process of sync, as a crash would; its arbiter starts another one.
   *
   * <p>Example: {@code kill(stack().mode("sync").workers().getFirst())}
   */
  public static Text kill(Worker worker) {
    return Text.of(Lab.ask("kill", worker.mode(), Long.toString(worker.pid())));
  }

  /**
   * The slow external service, which can be told to misbehave.
   *
   * <p>Example: {@code feed().hang()}, later {@code feed().normal()}
   */
  public static Feed feed() {
    return new Feed();
  }

  /**
   * Tries code of an exercise on a number of requests, and tells what the lab saw of it.
   *
   * <p>The feed answers nobody until as many polls wait as ever will. Example: {@code trial(12,
   * scene -> serve(scene.requests(), scene.feed(), 4))}
   *
   * @param requests 1 to 2000
   * @param play serves them
   * @throws Exception what the code threw
   */
  public static Text trial(int requests, Scene.Play play) throws Exception {
    var id = Lab.ask("trial", Integer.toString(requests)).getFirst();
    return Text.of(Scene.play(id, play));
  }

  /** Everything that is at hand, with an example each. */
  public static Text help() {
    return Text.of(
        List.of(
            "get(\"/check_feed\")                  one request through nginx",
            "burst(\"/check_feed\", perSecond(10), seconds(20))",
            "var s = streams(80)                 s.look()  s.more(10)  s.close()",
            "stack()                             stack().mode(\"sync\").workers()",
            "stack().sendAllTo(\"pooled\")         every route of nginx to one mode",
            "stack().mode(\"pooled\").get(\"/\")     past nginx; .burst() .streams() too",
            "threads(\"pooled\")                   a thread dump, grouped",
            "runs().last()                       plot(runs().last())",
            "capacity(2, 2.5)                    littlesLaw(10, 2.5)",
            "kill(stack().mode(\"sync\").workers().getFirst())",
            "feed().hang()                       feed().fail()  feed().normal()",
            "trial(12, scene -> serve(scene.requests(), scene.feed(), 4))"));
  }
}
