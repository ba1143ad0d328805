package server.loop;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;

/** Timers whose tasks run on the loop; the timer thread only hands them over. */
final class LoopScheduler extends ContainerLifeCycle implements Scheduler {
  private final EventLoop loop;
  private final ScheduledExecutorScheduler timer =
      new ScheduledExecutorScheduler("loop-timer", true);

  LoopScheduler(EventLoop loop) {
    this.loop = loop;
    installBean(timer);
  }

  @Override
  public Task schedule(Runnable task, long delay, TimeUnit units) {
    return timer.schedule(() -> loop.execute(task), delay, units);
  }
}
