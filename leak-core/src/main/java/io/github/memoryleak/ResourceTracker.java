package io.github.memoryleak;

import io.github.memoryleak.OperationCounter.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches the JVM's resources while a program runs, for monitoring: it counts the reads and writes
 * that the program reports, and samples heap, threads and classes at an interval.
 *
 * <pre>{@code
 * try (ResourceTracker tracker = new ResourceTracker()) {
 *   tracker.recordRead(channel.read(buffer));
 *   ...
 *   System.out.println(tracker.trends());
 * }
 * }</pre>
 *
 * <p>Samples are taken without a collection, so a growing heap here is a hint and not a proof; the
 * proof is {@link MemoryLeakDetector}'s.
 *
 * <p>Memory is bounded: room for {@link Configuration#maxSamples()} samples is allocated once.
 * While enabled, a tracker has one daemon thread, {@code resource-tracker-sampler-<n>}. All methods
 * may be called by any number of threads at a time, those that change the state also by the
 * sampler's thread, and repeated calls do nothing. A tracker that is abandoned without {@link
 * #close} is collected as any other object, and its thread ends then.
 */
public final class ResourceTracker implements AutoCloseable {
  private final Configuration configuration;
  private final Supplier<MemorySnapshot> probe;
  private final Instant created = Instant.now();
  private final long createdNanos = System.nanoTime();
  private final OperationCounter reads = new OperationCounter();
  private final OperationCounter writes = new OperationCounter();
  private final SampleRing ring;

  /** Puts samples in order. Held while sampling, and only then. */
  private final Object sampling = new Object();

  /** Guards the sampler and closed. Nobody waits for the sampler's thread while holding it. */
  private final Object lifecycle = new Object();

  private @Nullable Sampler sampler;
  private boolean closed;
  private volatile boolean enabled;

  /**
   * How a tracker works.
   *
   * @param enabled whether it is enabled from the start
   * @param sampleInterval from sample to sample, 1 ms to 24 h
   * @param maxSamples how many samples are kept, 1 to 1,000,000; each takes 80 bytes
   */
  public record Configuration(boolean enabled, Duration sampleInterval, int maxSamples) {
    private static final Duration MIN_INTERVAL = Duration.ofMillis(1);
    private static final Duration MAX_INTERVAL = Duration.ofHours(24);
    private static final int MAX_SAMPLES = 1_000_000;

    /**
     * Checks the values.
     *
     * @param enabled whether it is enabled from the start
     * @param sampleInterval from sample to sample, 1 ms to 24 h
     * @param maxSamples how many samples are kept, 1 to 1,000,000
     * @throws IllegalArgumentException when a value is out of its range
     */
    public Configuration {
      if (sampleInterval.compareTo(MIN_INTERVAL) < 0
          || sampleInterval.compareTo(MAX_INTERVAL) > 0) {
        throw new IllegalArgumentException(
            "sampleInterval must be from 1 ms to 24 h, but is " + sampleInterval);
      }
      if (maxSamples < 1 || maxSamples > MAX_SAMPLES) {
        throw new IllegalArgumentException(
            "maxSamples must be from 1 to " + MAX_SAMPLES + ", but is " + maxSamples);
      }
    }

    /** {@return enabled, a sample per second, the last 60 samples kept} */
    public static Configuration defaults() {
      return new Configuration(true, Duration.ofSeconds(1), 60);
    }

    /**
     * {@return this configuration, but enabled or disabled from the start}
     *
     * @param value whether it is enabled
     */
    public Configuration withEnabled(boolean value) {
      return new Configuration(value, sampleInterval, maxSamples);
    }

    /**
     * {@return this configuration with another interval}
     *
     * @param value 1 ms to 24 h
     * @throws IllegalArgumentException when the value is out of its range
     */
    public Configuration withSampleInterval(Duration value) {
      return new Configuration(enabled, value, maxSamples);
    }

    /**
     * {@return this configuration with room for another number of samples}
     *
     * @param value 1 to 1,000,000
     * @throws IllegalArgumentException when the value is out of its range
     */
    public Configuration withMaxSamples(int value) {
      return new Configuration(enabled, sampleInterval, value);
    }
  }

  /** Starts a tracker with {@link Configuration#defaults()}. */
  public ResourceTracker() {
    this(Configuration.defaults());
  }

  /**
   * Creates a tracker, and starts it where the configuration says so.
   *
   * @param configuration how it works
   */
  public ResourceTracker(Configuration configuration) {
    this(configuration, MemorySnapshot::quick);
  }

  ResourceTracker(Configuration configuration, Supplier<MemorySnapshot> probe) {
    this.configuration = configuration;
    this.probe = probe;
    this.ring = new SampleRing(configuration.maxSamples());
    if (configuration.enabled()) {
      enable();
    }
  }

  /**
   * Counts and samples from now on. Takes the first sample before it returns.
   *
   * @throws IllegalStateException when the tracker is closed
   */
  public void enable() {
    if (startSampler()) {
      sample();
    }
  }

  /**
   * Neither counts nor samples from now on, until enabled again; the sampler's thread has ended.
   */
  public void disable() {
    end(false);
  }

  /** {@return whether the tracker counts and samples now} */
  public boolean isEnabled() {
    return enabled;
  }

  /**
   * Counts one read. Ignored while disabled. Costs about what a {@link
   * java.util.concurrent.atomic.LongAdder} does.
   *
   * @param bytes how many bytes were read, 0 or more
   * @throws IllegalArgumentException when the number is negative
   */
  public void recordRead(long bytes) {
    if (bytes < 0) {
      throw negative("recordRead", bytes);
    }
    if (enabled) {
      reads.add(bytes);
    }
  }

  /**
   * Counts one write. Ignored while disabled. Costs about what a {@link
   * java.util.concurrent.atomic.LongAdder} does.
   *
   * @param bytes how many bytes were written, 0 or more
   * @throws IllegalArgumentException when the number is negative
   */
  public void recordWrite(long bytes) {
    if (bytes < 0) {
      throw negative("recordWrite", bytes);
    }
    if (enabled) {
      writes.add(bytes);
    }
  }

  /** {@return the counts up to now; a count and its bytes always belong together} */
  public ResourceStats stats() {
    Totals read = reads.totals();
    Totals written = writes.totals();
    return new ResourceStats(
        enabled,
        read.operations(),
        read.bytes(),
        written.operations(),
        written.bytes(),
        ring.size(),
        uptime());
  }

  /** {@return an unmodifiable copy of the samples that are kept, the oldest first} */
  public List<ResourceSample> samples() {
    return ring.toList();
  }

  /** {@return how the resources moved over the samples that are kept} */
  public ResourceTrends trends() {
    return ResourceTrends.of(samples());
  }

  /** Forgets the samples; the counts stay. */
  public void clearSamples() {
    ring.clear();
  }

  /**
   * Ends the tracker for good; the sampler's thread has ended. Stats, samples and trends can still
   * be read.
   */
  @Override
  public void close() {
    end(true);
  }

  /** Takes one sample. */
  void sample() {
    synchronized (sampling) {
      MemorySnapshot level = probe.get();
      Totals read = reads.totals();
      Totals written = writes.totals();
      ring.add(
          new ResourceSample(
              created.plus(uptime()),
              level.heapBytes(),
              level.committedBytes(),
              level.threads(),
              level.loadedClasses(),
              read.operations(),
              read.bytes(),
              written.operations(),
              written.bytes()));
    }
  }

  private boolean startSampler() {
    synchronized (lifecycle) {
      if (closed) {
        throw new IllegalStateException(
            "The resource tracker is closed and cannot be enabled again: create a new one");
      }
      if (sampler != null && sampler.isSampling()) {
        return false;
      }
      Sampler next = new Sampler(this, configuration.sampleInterval(), sampler);
      next.start();
      sampler = next;
      enabled = true;
      return true;
    }
  }

  private void end(boolean forGood) {
    Sampler ending;
    synchronized (lifecycle) {
      closed |= forGood;
      enabled = false;
      ending = sampler;
      if (ending != null) {
        ending.requestEnd();
      }
    }
    if (ending != null) {
      ending.awaitEnd();
    }
  }

  private Duration uptime() {
    return Duration.ofNanos(System.nanoTime() - createdNanos);
  }

  private static IllegalArgumentException negative(String method, long bytes) {
    return new IllegalArgumentException(
        "The bytes of " + method + " must be 0 or more, but are " + bytes);
  }
}
