package lab.jshell.trial;

import lab.jshell.session.Session;

/**
 * Ends what still waits in a snippet after the lab has given up on a scene: it waits for nothing.
 * First by a word, then by force.
 */
final class AfterTheEnd implements Runnable {
  private final Session session;
  private final SceneHost host;
  private int looks;

  AfterTheEnd(Session session, SceneHost host) {
    this.session = session;
    this.host = host;
  }

  @Override
  public void run() {
    if (host.isOver()) {
      looks++;
      if (looks == 2) {
        session.stop();
      } else if (looks > 3) {
        session.kill();
      }
    }
  }
}
