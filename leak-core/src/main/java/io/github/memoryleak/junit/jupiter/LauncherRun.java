package io.github.memoryleak.junit.jupiter;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs one test by a launcher of its own, with everything around it. */
final class LauncherRun {
  private final LauncherDiscoveryRequest request;

  LauncherRun(String id) {
    request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectUniqueId(id))
            .build();
  }

  /** Runs the test once. */
  void once() throws TestFailed {
    Result result = new Result();
    try (LauncherSession session = LauncherFactory.openSession()) {
      session.getLauncher().execute(request, result);
    }
    if (result.failure != null) {
      throw new TestFailed(result.failure.toString());
    }
    if (!result.ran) {
      throw new TestFailed("it was not found again");
    }
  }

  private static final class Result implements TestExecutionListener {
    private boolean ran;
    private @Nullable Throwable failure;

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult outcome) {
      ran |= test.isTest();
      if (failure == null) {
        failure = outcome.getThrowable().orElse(null);
      }
    }
  }
}
