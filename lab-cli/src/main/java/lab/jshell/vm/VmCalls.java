package lab.jshell.vm;

import java.util.List;

/** What a learner's JVM may ask of the lab. Called on the line's own thread: must not wait. */
public interface VmCalls {
  /** A question; the reply may come at once or later, from any thread. */
  void ask(long number, String verb, List<String> arguments, Reply reply);

  /** Something that wants no reply. */
  void tell(String verb, List<String> arguments);

  /** The way back to whoever asked. */
  interface Reply {
    void ok(List<String> fields);

    void failed(String why);
  }
}
