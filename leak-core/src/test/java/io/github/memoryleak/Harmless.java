package io.github.memoryleak;

import java.lang.ref.Cleaner;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Operations that look like leaks for a while, or that are said to be, and are none. */
final class Harmless implements AutoCloseable {
  private static final int EACH = 100;

  private final int size;
  private final List<Object> pooled = new ArrayList<>();
  private final ExecutorService pool;
  private final Map<Integer, byte[]> cache;
  private final Map<Object, byte[]> weak = new WeakHashMap<>();
  private final Map<Integer, SoftReference<byte[]>> soft = new HashMap<>();
  private final List<WeakReference<Object>> references = new ArrayList<>();
  private final Cleaner cleaner = Cleaner.create();
  private @Nullable Map<String, String> singleton;
  private int loops;

  /**
   * Makes the operations.
   *
   * @param size of the cache and of the pools
   */
  Harmless(int size) {
    this.size = size;
    pool = Executors.newFixedThreadPool(size);
    cache = new LeastRecentlyUsed(size);
  }

  void nothing() {}

  void garbage() {
    loops += new ArrayList<>(List.of("garbage", loops)).size();
  }

  void boundedCache() {
    cache.put(loops++, new byte[40]);
  }

  /** As many loops as the size fill half of it again. */
  void halvedWhenFull() {
    if (pooled.size() >= 2 * EACH * size) {
      pooled.subList(0, EACH * size).clear();
    }
    for (int i = 0; i < EACH; i++) {
      pooled.add(new Object());
    }
  }

  void lazySingleton() {
    if (singleton == null) {
      singleton = new HashMap<>();
      for (int i = 0; i < 1000; i++) {
        singleton.put("key " + i, "value " + i);
      }
    }
  }

  void poolRampUp() throws Exception {
    pool.submit(() -> loops++).get();
  }

  /** They run some time after the collection. */
  void cleaners() {
    cleaner.register(new Object(), () -> {});
  }

  /** Ended, while the objects are left to the collector. */
  void packing() throws Exception {
    byte[] packed = new byte[100];
    Deflater deflater = new Deflater();
    deflater.setInput("text".getBytes(StandardCharsets.UTF_8));
    deflater.finish();
    Inflater inflater = new Inflater();
    inflater.setInput(packed, 0, deflater.deflate(packed));
    inflater.inflate(new byte[100]);
    deflater.end();
    inflater.end();
  }

  void weakMap() {
    weak.put(new Object(), new byte[40]);
  }

  void softMap() {
    soft.put(loops++ % 20, new SoftReference<>(new byte[40]));
  }

  void weakReferencesThatAreReplaced() {
    if (references.size() == 20) {
      references.clear();
    }
    references.add(new WeakReference<>(new Object()));
  }

  void regexAndLambda() {
    String prefix = "x" + loops++ % 10;
    Supplier<Pattern> regex = () -> Pattern.compile("(" + prefix + "|y+)*z");
    Function<String, Boolean> matcher = text -> regex.get().matcher(text).matches();
    if (matcher.apply("nothing of the kind")) {
      throw new IllegalStateException("It must not match");
    }
  }

  @Override
  public void close() {
    pool.shutdown();
  }

  private static final class LeastRecentlyUsed extends LinkedHashMap<Integer, byte[]> {
    private static final long serialVersionUID = 1;
    private final int size;

    LeastRecentlyUsed(int size) {
      this.size = size;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, byte[]> eldest) {
      return size() > size;
    }
  }
}
