package io.github.memoryleak.leakbench;

import java.nio.file.Path;
import java.util.Set;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * All tests in a folder of classes, through JUnit's launcher, once for each loop.
 *
 * @param launcher runs them
 * @param request finds them
 */
record TestsLoop(Launcher launcher, LauncherDiscoveryRequest request) implements Detector.Loop {
  static TestsLoop of(Path classes) {
    return new TestsLoop(
        LauncherFactory.create(),
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClasspathRoots(Set.of(classes)))
            .build());
  }

  @Override
  public void run() {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    launcher.execute(request, listener);
    if (listener.getSummary().getTestsSucceededCount() == 0) {
      throw new IllegalStateException("No test passed");
    }
  }
}
