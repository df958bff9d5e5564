package io.github.memoryleak.junit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Notes failures, and tells the progress file which test runs. One instance per run of a plan. */
final class RunListener implements TestExecutionListener {
  private final ProgressFile progress;
  private final List<TestFailure> failures = new ArrayList<>();
  private final Set<String> started = new HashSet<>();
  private boolean ran;

  RunListener(ProgressFile progress) {
    this.progress = progress;
  }

  @Override
  public synchronized void executionStarted(TestIdentifier id) {
    started.add(id.getUniqueId());
    if (id.isTest()) {
      ran = true;
      progress.testStarts(name(id), id.getUniqueId());
    }
  }

  @Override
  public synchronized void executionFinished(TestIdentifier id, TestExecutionResult result) {
    if (result.getStatus() == TestExecutionResult.Status.FAILED) {
      failures.add(TestFailure.of(id.getUniqueId(), result.getThrowable().orElse(null)));
    }
    if (id.isTest()) {
      progress.testEnds();
    }
  }

  synchronized List<TestFailure> failures() {
    return List.copyOf(failures);
  }

  /** {@return the ids of all tests and containers that were started} */
  synchronized Set<String> started() {
    return Set.copyOf(started);
  }

  /** {@return whether any test was started} */
  synchronized boolean ran() {
    return ran;
  }

  /** {@return the test, as {@code com.acme.CartTest#add}} */
  static String name(TestIdentifier id) {
    return id.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .map(m -> m.getClassName() + "#" + m.getMethodName())
        .orElse(id.getDisplayName());
  }
}
