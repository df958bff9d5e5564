package io.github.memoryleak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Trackers with a leak, one for each scenario: as small as it can be, so that the tests show how
 * sharp the detector's eyes are.
 */
enum TrackerMutant {
  /** In one close of a hundred, the thread stays. */
  THREAD_STAYS(TrackerScenario.LIFECYCLE, ForgetfulClose::new),
  /** Samples are kept in a list as well. */
  SAMPLES_IN_LIST(TrackerScenario.SAMPLING, ListOfSamples::new),
  /** One read in a thousand leaves a listener. */
  LISTENER_STAYS(TrackerScenario.RECORDING, ListenerPerRead::new),
  /** A static registry knows all trackers, closed ones too. */
  STATIC_REGISTRY(TrackerScenario.CONCURRENT, Registered::new),
  /** A clear in twenty keeps the old samples. */
  OLD_SAMPLES_STAY(TrackerScenario.CLEARING, ClearKeepsOld::new),
  /** One enable in fifty starts a second thread. */
  SECOND_THREAD(TrackerScenario.CYCLING, EnableTwice::new),
  /** One trends in twenty is cached. */
  TRENDS_CACHED(TrackerScenario.TRENDS, CachedTrends::new),
  /** In one close of ten, the MBean stays registered. */
  MBEAN_STAYS(TrackerScenario.MBEANS, StaysRegistered::new),
  /** A resource in a hundred is not closed. */
  RESOURCE_STAYS(TrackerScenario.RESOURCES, ForgetsToClose::new);

  /** No cache is among them, and a thousand loops of each would only take their time. */
  private static final int ROUNDS = 7;

  private static final List<Object> KEPT = new ArrayList<>();

  private final TrackerScenario scenario;
  private final Supplier<TrackerUnderTest> trackers;

  TrackerMutant(TrackerScenario scenario, Supplier<TrackerUnderTest> trackers) {
    this.scenario = scenario;
    this.trackers = trackers;
  }

  /** {@return what the leak detector says of this mutant in its scenario} */
  RepeatedCheck measure() throws Exception {
    return scenario.measure(trackers, ROUNDS);
  }

  /** {@return what one comparison says of this mutant in its scenario} */
  boolean compare(MemoryLeakDetector detector) {
    return scenario.compare(detector, trackers);
  }

  /** {@return the scenario that shows the leak} */
  TrackerScenario scenario() {
    return scenario;
  }

  /** Ends all leaked threads and forgets what was kept. */
  static void cleanUp() {
    for (Object kept : KEPT) {
      if (kept instanceof ResourceTracker tracker) {
        tracker.close();
      }
    }
    KEPT.clear();
  }

  /** {@return a running tracker that nobody will close before {@link #cleanUp}} */
  private static void leakThread() {
    KEPT.add(new ResourceTracker());
  }

  private static final class ForgetfulClose extends TrackerUnderTest {
    private static int closes;

    @Override
    public void close() {
      super.close();
      if (++closes % 100 == 0) {
        leakThread();
      }
    }
  }

  private static final class ListOfSamples extends TrackerUnderTest {
    @Override
    void sample() {
      super.sample();
      KEPT.add(samples().get(0));
    }
  }

  private static final class ListenerPerRead extends TrackerUnderTest {
    private int reads;

    record Listener(long bytes) {}

    @Override
    void recordRead(long bytes) {
      super.recordRead(bytes);
      if (++reads % 1_000 == 0) {
        KEPT.add(new Listener(bytes));
      }
    }
  }

  private static final class Registered extends TrackerUnderTest {
    Registered() {
      KEPT.add(this);
    }
  }

  private static final class ClearKeepsOld extends TrackerUnderTest {
    private int clears;

    @Override
    void clearSamples() {
      if (++clears % 20 == 0) {
        KEPT.add(samples().get(0));
      }
      super.clearSamples();
    }
  }

  private static final class EnableTwice extends TrackerUnderTest {
    private int enables;

    @Override
    void enable() {
      super.enable();
      if (++enables % 50 == 0) {
        leakThread();
      }
    }
  }

  private static final class StaysRegistered extends TrackerUnderTest {
    private static int closes;

    @Override
    public void close() {
      super.close();
      if (++closes % 10 == 0) {
        ResourceTracker abandoned =
            new ResourceTracker(ResourceTracker.Configuration.defaults().withEnabled(false));
        abandoned.registerMBean();
        KEPT.add(abandoned);
      }
    }
  }

  private static final class ForgetsToClose extends TrackerUnderTest {
    private int opened;

    @Override
    void openAndClose() {
      super.openAndClose();
      if (++opened % 100 == 0) {
        forget();
      }
    }
  }

  private static final class CachedTrends extends TrackerUnderTest {
    private int calls;

    @Override
    ResourceTrends trends() {
      ResourceTrends trends = super.trends();
      if (++calls % 20 == 0) {
        KEPT.add(trends);
      }
      return trends;
    }
  }
}
