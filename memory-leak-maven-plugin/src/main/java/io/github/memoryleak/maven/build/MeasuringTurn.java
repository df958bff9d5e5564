package io.github.memoryleak.maven.build;

import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.maven.execution.MavenSession;

/**
 * One measurement at a time in a parallel build: what is measured beside others is noise. The
 * permit lives in the build's own data, so that two builds in one JVM do not wait for each other.
 */
public final class MeasuringTurn {
  private static final String KEY = "io.github.memoryleak.turn";

  private final Semaphore turn;

  private MeasuringTurn(Semaphore turn) {
    this.turn = turn;
  }

  /**
   * {@return the turn, once it has come}
   *
   * @param session the build
   * @throws InterruptedException when the build is being ended
   */
  public static MeasuringTurn await(MavenSession session) throws InterruptedException {
    Map<String, Object> data = session.getRequest().getData();
    Semaphore turn;
    synchronized (data) {
      turn = (Semaphore) data.computeIfAbsent(KEY, k -> new Semaphore(1, true));
    }
    turn.acquire();
    return new MeasuringTurn(turn);
  }

  /** Lets the next module in. */
  public void end() {
    turn.release();
  }
}
