package io.github.memoryleak.maven.fork;

import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.junit.Progress;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who is told of a measurement while it goes on. */
@FunctionalInterface
public interface Watcher {
  /**
   * Where the measurement is, again and again.
   *
   * @param progress where it is
   */
  void show(Progress progress);

  /**
   * The build is being ended from outside. Called in a shutdown hook: there is little time, and
   * nothing but standard output may be left.
   *
   * @param judged the report over what was judged until then; nothing when the tests had not even
   *     run once
   */
  default void brokenOff(Optional<LeakReport> judged) {}

  /**
   * {@return a watcher of a measurement whose reports still lack something}
   *
   * @param completion adds it
   */
  default Watcher of(UnaryOperator<LeakReport> completion) {
    Watcher whole = this;
    return new Watcher() {
      @Override
      public void show(Progress progress) {
        whole.show(progress);
      }

      @Override
      public void brokenOff(Optional<LeakReport> judged) {
        whole.brokenOff(judged.map(completion));
      }
    };
  }
}
