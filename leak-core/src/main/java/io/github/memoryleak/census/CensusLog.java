package io.github.memoryleak.census;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;

/**
 * The censuses of one subject, in order, outside the heap (see {@link NameTable} for why).
 *
 * <p>A key is a class, a pattern of thread names, or a resource (see {@link Meter}); it has a count
 * and bytes in each census. A key that was not there in a census counts 0. Not thread-safe.
 */
public final class CensusLog {
  private static final int FIRST_CAPACITY = 1 << 13;

  private final NameTable names = new NameTable();
  private final int rows;
  private final LongBuffer heapBytes;
  private final LongBuffer nativeBytes;
  private final LongBuffer objects;
  private final LongBuffer threads;
  private int capacity;
  private LongBuffer counts;
  private LongBuffer bytes;
  private char[] chars = new char[256];
  private int size;

  /**
   * Makes an empty log.
   *
   * @param rows how many censuses there is room for
   */
  public CensusLog(int rows) {
    this.rows = rows;
    heapBytes = longs(rows);
    nativeBytes = longs(rows);
    objects = longs(rows);
    threads = longs(rows);
    capacity = FIRST_CAPACITY;
    counts = longs((long) rows * capacity);
    bytes = longs((long) rows * capacity);
  }

  /** {@return how many censuses there are} */
  public int size() {
    return size;
  }

  /** {@return whether there is no room for another census} */
  public boolean isFull() {
    return size == rows;
  }

  /** {@return the number of keys; they are 0 to keys() - 1} */
  public int keys() {
    return names.size();
  }

  /** Forgets all censuses; keys keep their numbers. */
  public void clear() {
    size = 0;
  }

  /** Forgets the last census, so that it can be taken again. */
  public void dropLast() {
    size--;
  }

  /**
   * {@return the instances or threads of a key}
   *
   * @param row the census, from 0
   * @param key the key
   */
  public long count(int row, int key) {
    return key < capacity ? counts.get(row * capacity + key) : 0;
  }

  /**
   * {@return the shallow bytes of a class}
   *
   * @param row the census, from 0
   * @param key the key
   */
  public long bytes(int row, int key) {
    return key < capacity ? bytes.get(row * capacity + key) : 0;
  }

  /**
   * {@return the shallow bytes of all live objects}
   *
   * @param row the census, from 0
   */
  public long heapBytes(int row) {
    return heapBytes.get(row);
  }

  /**
   * {@return the bytes of native memory; buffers are apart, for the JVM has a limit for them}
   *
   * @param row the census, from 0
   */
  public long nativeBytes(int row) {
    return nativeBytes.get(row);
  }

  /**
   * {@return the number of live objects}
   *
   * @param row the census, from 0
   */
  public long objects(int row) {
    return objects.get(row);
  }

  /**
   * {@return the number of live threads}
   *
   * @param row the census, from 0
   */
  public long threads(int row) {
    return threads.get(row);
  }

  /**
   * {@return what the key counts}
   *
   * @param key the key
   */
  public Meter meter(int key) {
    return Meter.of(names.name(key).charAt(0));
  }

  /**
   * {@return the class name as in source, the threads' class and name pattern, or the name of a
   * resource}
   *
   * @param key the key
   */
  public String name(int key) {
    String name = names.name(key);
    return Meter.of(name.charAt(0)) == Meter.HEAP ? TypeNames.display(name) : name.substring(1);
  }

  /**
   * Adds a census that nobody took, for trying what reads a log.
   *
   * @param type the only class in it
   * @param instances how many instances it has
   * @param shallow how many bytes they have
   */
  public void addMadeUp(Class<?> type, long instances, long shallow) {
    begin();
    char[] name = type.getName().toCharArray();
    addType(name, name.length, instances, shallow);
    end();
  }

  /** {@return how much direct memory the log itself has, in bytes} */
  long ownMemory() {
    return OffHeap.size(heapBytes, nativeBytes, objects, threads, counts, bytes)
        + names.ownMemory();
  }

  /** Begins a census. */
  void begin() {
    int known = Math.min(names.size(), capacity);
    for (int key = 0; key < known; key++) {
      counts.put(size * capacity + key, 0);
      bytes.put(size * capacity + key, 0);
    }
    heapBytes.put(size, 0);
    nativeBytes.put(size, 0);
    objects.put(size, 0);
    threads.put(size, 0);
  }

  /** Ends a census. */
  void end() {
    size++;
  }

  /** Adds a class to the census that was begun. */
  void addType(char[] name, int length, long instances, long shallow) {
    if (instances < 0 || length == 0) {
      throw new IllegalStateException("The JVM counted " + instances + " instances of a class");
    }
    add(names.number(name, length), instances, shallow);
    heapBytes.put(size, heapBytes.get(size) + shallow);
    objects.put(size, objects.get(size) + instances);
  }

  /** Takes objects that are not the subject's out of the totals. */
  void discount(long instances, long shallow) {
    heapBytes.put(size, heapBytes.get(size) - shallow);
    objects.put(size, objects.get(size) - instances);
  }

  /** Adds a thread to the census that was begun. */
  void addThread(String pattern) {
    add(Meter.THREAD, pattern, 1, 0);
    addForeignThread();
  }

  /** Adds a thread that is alive, but not judged. */
  void addForeignThread() {
    threads.put(size, threads.get(size) + 1);
  }

  /** Adds what is neither a class nor a thread to the census that was begun. */
  void add(Meter meter, String name, long count, long memory) {
    int length = name.length() + 1;
    if (length > chars.length) {
      chars = new char[2 * length];
    }
    chars[0] = meter.mark();
    name.getChars(0, name.length(), chars, 1);
    add(names.number(chars, length), count, memory);
    if (meter == Meter.NATIVE || meter == Meter.MALLOC) {
      nativeBytes.put(size, nativeBytes.get(size) + memory);
    }
  }

  /** {@return the key of a class, a new one where it was never seen} */
  int key(String className) {
    char[] name = className.toCharArray();
    return names.number(name, name.length);
  }

  private void add(int key, long count, long shallow) {
    if (key >= capacity) {
      widen(Math.max(2 * capacity, key + 1));
    }
    int at = size * capacity + key;
    counts.put(at, counts.get(at) + count);
    bytes.put(at, bytes.get(at) + shallow);
  }

  private void widen(int newCapacity) {
    LongBuffer widerCounts = longs((long) rows * newCapacity);
    LongBuffer widerBytes = longs((long) rows * newCapacity);
    for (int row = 0; row <= size; row++) {
      widerCounts.put(row * newCapacity, counts, row * capacity, capacity);
      widerBytes.put(row * newCapacity, bytes, row * capacity, capacity);
    }
    counts = widerCounts;
    bytes = widerBytes;
    capacity = newCapacity;
  }

  private static LongBuffer longs(long capacity) {
    ByteBuffer memory = OffHeap.bytes(capacity * Long.BYTES);
    return memory.asLongBuffer();
  }
}
