package io.github.memoryleak;

import io.github.memoryleak.explain.HeapDumps;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What people do with trackers; one run of each is one loop of a leak test. */
enum TrackerScenario {
  /** A hundred trackers, one after the other. */
  LIFECYCLE {
    @Override
    void run(Supplier<TrackerUnderTest> trackers, TrackerUnderTest shared) {
      for (int i = 0; i < 100; i++) {
        try (TrackerUnderTest tracker = trackers.get()) {
          tracker.recordRead(i);
        }
      }
    }
  },

  /** A hundred samples, ten times what is kept. */
  SAMPLING {
    @Override
    void run(Supplier<TrackerUnderTest> trackers, TrackerUnderTest shared) {
      for (int i = 0; i < 100; i++) {
        shared.sample();
      }
    }
  },

  /** Ten thousand reads and writes. */
  RECORDING {
    @Override
    void run(Supplier<TrackerUnderTest> trackers, TrackerUnderTest shared) {
      for (int i = 0; i < 10_000; i++) {
        shared.recordRead(i);
        shared.recordWrite(i);
      }
    }
  },

  /** Fifty trackers open at a time, each used by several threads. */
  CONCURRENT {
    @Override
    void run(Supplier<TrackerUnderTest> trackers, TrackerUnderTest shared) {
      var open = Stream.generate(trackers).limit(50).toList();
      ConcurrentRun.of(4, () -> open.forEach(TrackerScenario::use));
      open.forEach(TrackerUnderTest::close);
    }
  },

  /** Twenty times samples are taken and cleared. */
  CLEARING {
    @Override
    void run(Supplier<TrackerUnderTest> trackers, TrackerUnderTest shared) {
      for (int i = 0; i < 20; i++) {
        shared.sample();
        shared.clearSamples();
      }
    }
  },

  /** One tracker is enabled and disabled fifty times. */
  CYCLING {
    @Override
    void run(Supplier<TrackerUnderTest> trackers, TrackerUnderTest shared) {
      for (int i = 0; i < 50; i++) {
        shared.disable();
        shared.enable();
      }
    }
  },

  /** Two hundred trends. */
  TRENDS {
    @Override
    void run(Supplier<TrackerUnderTest> trackers, TrackerUnderTest shared) {
      for (int i = 0; i < 200; i++) {
        shared.trends();
      }
    }
  },

  /** Ten trackers with MBeans, which are read, one after the other. */
  MBEANS {
    @Override
    void run(Supplier<TrackerUnderTest> trackers, TrackerUnderTest shared) {
      for (int i = 0; i < 10; i++) {
        try (TrackerUnderTest tracker = trackers.get()) {
          tracker.registerMBean();
          tracker.export();
        }
      }
    }
  },

  /** A hundred resources, opened and closed. */
  RESOURCES {
    @Override
    void run(Supplier<TrackerUnderTest> trackers, TrackerUnderTest shared) {
      for (int i = 0; i < 100; i++) {
        shared.openAndClose();
      }
    }
  };

  /** Nobody asks here who holds what leaks, and dumps of thousands of trackers take their time. */
  private static final HeapDumps NO_DUMPS = new HeapDumps(HeapDumps.Keep.NEVER, null, 0, 0);

  /**
   * Runs one loop.
   *
   * @param trackers makes new trackers
   * @param shared a tracker that lives as long as the measurement
   */
  abstract void run(Supplier<TrackerUnderTest> trackers, TrackerUnderTest shared);

  /**
   * {@return what the leak detector says of it}
   *
   * @param rounds the most rounds; where they are over, growth that goes on is a leak
   */
  RepeatedCheck measure(Supplier<TrackerUnderTest> trackers, int rounds) throws Exception {
    try (TrackerUnderTest shared = trackers.get()) {
      return MemoryLeakDetector.repeating(name(), () -> run(trackers, shared))
          .rounds(rounds)
          .heapDumps(NO_DUMPS)
          .settle(Duration.ofSeconds(1))
          .run();
    }
  }

  /**
   * {@return whether one comparison with a baseline shows a leak after three loops}
   *
   * @param detector has no baseline yet
   */
  boolean compare(MemoryLeakDetector detector, Supplier<TrackerUnderTest> trackers) {
    try (TrackerUnderTest shared = trackers.get()) {
      run(trackers, shared);
      detector.setBaseline();
      for (int i = 0; i < 3; i++) {
        run(trackers, shared);
      }
      return detector.checkLeak(name());
    }
  }

  private static void use(TrackerUnderTest tracker) {
    tracker.recordRead(1);
    tracker.recordWrite(1);
    tracker.sample();
    tracker.samples();
    tracker.stats();
    tracker.trends();
  }
}
