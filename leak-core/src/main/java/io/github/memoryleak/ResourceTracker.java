package io.github.memoryleak;

import io.github.memoryleak.OperationCounter.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Watches the JVM's resources while a program runs, for monitoring: it counts the reads and writes
 * that the program reports and the resources that it opens and closes, and samples heap, threads,
 * classes, open files and buffers at an interval.
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
  private final Supplier<ResourceLevel> probe;
  private final Instant created = Instant.now();
  private final long createdNanos = System.nanoTime();
  private final OperationCounter reads = new OperationCounter();
  private final OperationCounter writes = new OperationCounter();
  private final SampleRing ring;
  private final ResourceScope resources;
  private final TrackerMBeans mbeans = new TrackerMBeans(this);

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
   * @param maxSamples how many samples are kept, 1 to 1,000,000; each takes 112 bytes
   * @param stacks whether it is noted where each tracked resource was opened, which costs some
   *     microseconds for each
   */
  public record Configuration(
      boolean enabled, Duration sampleInterval, int maxSamples, boolean stacks) {
    private static final Duration MIN_INTERVAL = Duration.ofMillis(1);
    private static final Duration MAX_INTERVAL = Duration.ofHours(24);
    private static final int MAX_SAMPLES = 1_000_000;

    /**
     * Checks the values.
     *
     * @param enabled whether it is enabled from the start
     * @param sampleInterval from sample to sample, 1 ms to 24 h
     * @param maxSamples how many samples are kept, 1 to 1,000,000
     * @param stacks whether it is noted where each tracked resource was opened
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

    /**
     * As above, without stacks.
     *
     * @param enabled whether it is enabled from the start
     * @param sampleInterval from sample to sample, 1 ms to 24 h
     * @param maxSamples how many samples are kept, 1 to 1,000,000
     * @throws IllegalArgumentException when a value is out of its range
     */
    public Configuration(boolean enabled, Duration sampleInterval, int maxSamples) {
      this(enabled, sampleInterval, maxSamples, false);
    }

    /** {@return enabled, a sample per second, the last 60 samples kept, no stacks} */
    public static Configuration defaults() {
      return new Configuration(true, Duration.ofSeconds(1), 60);
    }

    /**
     * {@return this configuration, but enabled or disabled from the start}
     *
     * @param value whether it is enabled
     */
    public Configuration withEnabled(boolean value) {
      return new Configuration(value, sampleInterval, maxSamples, stacks);
    }

    /**
     * {@return this configuration with another interval}
     *
     * @param value 1 ms to 24 h
     * @throws IllegalArgumentException when the value is out of its range
     */
    public Configuration withSampleInterval(Duration value) {
      return new Configuration(enabled, value, maxSamples, stacks);
    }

    /**
     * {@return this configuration with room for another number of samples}
     *
     * @param value 1 to 1,000,000
     * @throws IllegalArgumentException when the value is out of its range
     */
    public Configuration withMaxSamples(int value) {
      return new Configuration(enabled, sampleInterval, value, stacks);
    }

    /**
     * {@return this configuration, but with or without stacks}
     *
     * @param value whether it is noted where each tracked resource was opened
     */
    public Configuration withStacks(boolean value) {
      return new Configuration(enabled, sampleInterval, maxSamples, value);
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
    this(configuration, ResourceLevel::read);
  }

  ResourceTracker(Configuration configuration, Supplier<ResourceLevel> probe) {
    this.configuration = configuration;
    this.probe = probe;
    this.ring = new SampleRing(configuration.maxSamples());
    this.resources =
        configuration.stacks()
            ? ResourceScope.withStacks("the tracker")
            : ResourceScope.counting("the tracker");
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

  /**
   * Counts a resource as opened, until it is closed by the handle. Also counts while disabled, for
   * what is open is no matter of when one looks.
   *
   * @param resource what was opened
   * @param <T> its type
   * @return a handle; closing it closes the resource and counts it as closed
   */
  public <T extends AutoCloseable> ResourceScope.Tracked<T> track(T resource) {
    return resources.track(resource);
  }

  /**
   * Begins a scope of some work; what is tracked in it counts in this tracker as well.
   *
   * @param name its name in messages
   * @return the scope
   */
  public ResourceScope scope(String name) {
    return resources.inner(name);
  }

  /** {@return the tracked resources that are open, in no order} */
  public List<ResourceScope.Unclosed> unclosed() {
    return resources.unclosed();
  }

  /**
   * Registers a {@link ResourceTrackerMXBean} of this tracker with the platform's MBean server,
   * where JConsole and agents find it, until the tracker is closed; the server holds the tracker
   * meanwhile. Again does nothing.
   *
   * @return its name, {@code io.github.memoryleak:type=ResourceTracker,id=<n>}
   * @throws IllegalStateException when the tracker is closed
   */
  public ObjectName registerMBean() {
    synchronized (lifecycle) {
      if (closed) {
        throw new IllegalStateException(
            "The resource tracker is closed and cannot be registered: create a new one");
      }
      return mbeans.register();
    }
  }

  /**
   * {@return counts, levels and trends as Prometheus reads them: text format 0.0.4, to be served as
   * {@code text/plain; version=0.0.4}}
   */
  public String prometheus() {
    return PrometheusText.of(this);
  }

  /** {@return the samples that are kept as JSON, one object a line, the oldest first} */
  public String jsonLines() {
    return SampleLines.of(samples());
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
        resources.opened(),
        resources.open(),
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
      ResourceLevel level = probe.get();
      MemorySnapshot memory = level.memory();
      Totals read = reads.totals();
      Totals written = writes.totals();
      ring.add(
          new ResourceSample(
              created.plus(uptime()),
              memory.heapBytes(),
              memory.committedBytes(),
              memory.threads(),
              memory.loadedClasses(),
              read.operations(),
              read.bytes(),
              written.operations(),
              written.bytes(),
              level.heapAfterCollectionBytes(),
              level.fileDescriptors(),
              level.bufferBytes(),
              resources.open()));
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
      if (forGood) {
        mbeans.unregister();
      }
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
