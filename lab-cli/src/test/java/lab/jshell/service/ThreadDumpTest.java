package lab.jshell.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadDumpTest {
  /** As jcmd prints it, in a shorter form. */
  private static final String DUMP =
      """
      Full thread dump OpenJDK 64-Bit Server VM (25+36 mixed mode):

      "qtp12-31" #31 [4711] prio=5 os_prio=0 cpu=1.2ms elapsed=9s tid=0x01 nid=4711 waiting on condition
         java.lang.Thread.State: TIMED_WAITING (parking)
      \tat jdk.internal.misc.Unsafe.park(java.base@25/Native Method)
      \tat java.util.concurrent.locks.LockSupport.parkNanos(java.base@25/LockSupport.java:271)
      \tat server.feed.BlockingPoll.poll(BlockingPoll.java:20)

      "qtp12-32" #32 [4712] prio=5 os_prio=0 cpu=1.2ms elapsed=9s tid=0x02 nid=4712 waiting on condition
         java.lang.Thread.State: TIMED_WAITING (parking)
      \tat jdk.internal.misc.Unsafe.park(java.base@25/Native Method)
      \tat java.util.concurrent.locks.LockSupport.parkNanos(java.base@25/LockSupport.java:271)
      \tat server.feed.BlockingPoll.poll(BlockingPoll.java:20)

      "main" #1 [4700] prio=5 os_prio=0 cpu=88ms elapsed=9s tid=0x03 nid=4700 runnable
         java.lang.Thread.State: RUNNABLE
      \tat server.routes.Hash.digest(Hash.java:9)

      "a-thread-with-a-name-that-is-far-too-long-for-a-column" #7 prio=5 tid=0x04 nid=1 runnable
         java.lang.Thread.State: RUNNABLE
      \tat java.lang.Object.wait(java.base@25/Native Method)

      "G1 Service" os_prio=0 cpu=0.1ms elapsed=9s tid=0x05 nid=4703 runnable

      "Signal Dispatcher" #9 daemon prio=9 tid=0x06 nid=4704 waiting on condition
         java.lang.Thread.State: RUNNABLE

      JNI global refs: 22, weak refs: 0
      """;

  @Test
  void threadsThatDoTheSameAreOneLineAndTheLargestGroupStandsFirst() {
    assertThat(ThreadDump.grouped(DUMP).getFirst())
        .startsWith("  2 x qtp#-#")
        .contains("TIMED_WAITING", "Unsafe.park < BlockingPoll.poll");
  }

  @Test
  void codeOfTheApplicationAtTheTopIsNamedOnce() {
    assertThat(ThreadDump.grouped(DUMP))
        .anySatisfy(
            line -> assertThat(line).contains("1 x main", "RUNNABLE").endsWith("Hash.digest"));
  }

  @Test
  void aLongNameIsCutToItsColumn() {
    assertThat(ThreadDump.grouped(DUMP))
        .anySatisfy(line -> assertThat(line).contains("a-thread-with-a-name-tha RUNNABLE"));
  }

  @Test
  void threadsWithoutJavaCodeAreLeftOut() {
    assertThat(ThreadDump.grouped(DUMP)).hasSize(3).noneMatch(line -> line.contains("G1"));
    assertThat(ThreadDump.grouped("no dump at all")).isEmpty();
  }

  @Test
  void ourOwnThreadIsInARealDump() throws Exception {
    assertThat(ThreadDump.of(java.util.List.of(ProcessHandle.current().pid())))
        .first()
        .asString()
        .isEqualTo("pid " + ProcessHandle.current().pid());
    assertThat(ThreadDump.of(java.util.List.of(ProcessHandle.current().pid())))
        .anySatisfy(line -> assertThat(line).contains("ThreadDump"));
    assertThat(ThreadDump.of(java.util.List.of())).containsExactly("no process of it lives");
  }
}
