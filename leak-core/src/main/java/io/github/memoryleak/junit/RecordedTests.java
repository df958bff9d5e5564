package io.github.memoryleak.junit;

import io.github.memoryleak.recording.TestRun;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Notes in the recording which test ran when. */
final class RecordedTests implements TestExecutionListener {
  private final Map<String, TestRun> running = new ConcurrentHashMap<>();

  @Override
  public void executionStarted(TestIdentifier id) {
    if (id.isTest()) {
      TestRun run = new TestRun(RunListener.name(id));
      running.put(id.getUniqueId(), run);
      run.begin();
    }
  }

  @Override
  public void executionFinished(TestIdentifier id, TestExecutionResult result) {
    TestRun run = running.remove(id.getUniqueId());
    if (run != null) {
      run.commit();
    }
  }
}
