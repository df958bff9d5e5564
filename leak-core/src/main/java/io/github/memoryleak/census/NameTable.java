package io.github.memoryleak.census;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.IntBuffer;

/**
 * Numbers names, outside the heap.
 *
 * <p>The table lives in the JVM that is measured, so it must not show up in what it counts: a map
 * of strings would grow by a few entries in every census and look like a leak of {@code String} and
 * {@code byte[]}. Here, a name costs nothing on the heap; only the rare enlargement of a buffer
 * does.
 *
 * <p>Layout: an open-addressing table of name numbers (plus one; 0 is free), and per number the end
 * of its characters in one arena. Not thread-safe.
 */
final class NameTable {
  private static final int FREE = 0;

  private IntBuffer slots = ints(1 << 14);
  private IntBuffer ends = ints(1 << 12);
  private CharBuffer arena = chars(1 << 18);
  private int size;

  /** {@return how many names there are; their numbers are 0 to size - 1} */
  int size() {
    return size;
  }

  /**
   * {@return the number of a name, a new one when the name is new}
   *
   * @param chars holds the name from index 0
   * @param length the length of the name
   */
  int number(char[] chars, int length) {
    int mask = slots.capacity() - 1;
    int slot = hash(chars, length) & mask;
    int entry;
    while ((entry = slots.get(slot)) != FREE) {
      if (same(entry - 1, chars, length)) {
        return entry - 1;
      }
      slot = (slot + 1) & mask;
    }
    slots.put(slot, size + 1);
    append(chars, length);
    if (size * 2 > slots.capacity()) {
      rehash();
    }
    return size - 1;
  }

  /**
   * {@return the name of that number}
   *
   * @param number 0 to size - 1
   */
  String name(int number) {
    int start = start(number);
    char[] chars = new char[ends.get(number) - start];
    arena.get(start, chars);
    return new String(chars);
  }

  /** {@return how much direct memory the table has, in bytes} */
  long ownMemory() {
    return OffHeap.size(arena, ends, slots);
  }

  private int start(int number) {
    return number == 0 ? 0 : ends.get(number - 1);
  }

  private boolean same(int number, char[] chars, int length) {
    int start = start(number);
    if (ends.get(number) - start != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (arena.get(start + i) != chars[i]) {
        return false;
      }
    }
    return true;
  }

  private void append(char[] chars, int length) {
    int start = size == 0 ? 0 : ends.get(size - 1);
    if (start + length > arena.capacity()) {
      arena = chars(Math.max(start + length, 2 * arena.capacity())).put(0, arena, 0, start);
    }
    arena.put(start, chars, 0, length);
    if (size == ends.capacity()) {
      ends = ints(2 * size).put(0, ends, 0, size);
    }
    ends.put(size++, start + length);
  }

  private void rehash() {
    IntBuffer wider = ints(2 * slots.capacity());
    int mask = wider.capacity() - 1;
    for (int number = 0; number < size; number++) {
      int slot = hash(number) & mask;
      while (wider.get(slot) != FREE) {
        slot = (slot + 1) & mask;
      }
      wider.put(slot, number + 1);
    }
    slots = wider;
  }

  private int hash(int number) {
    int hash = 0;
    for (int i = start(number); i < ends.get(number); i++) {
      hash = 31 * hash + arena.get(i);
    }
    return spread(hash);
  }

  private static int hash(char[] chars, int length) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + chars[i];
    }
    return spread(hash);
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 15);
  }

  private static IntBuffer ints(int capacity) {
    return OffHeap.bytes((long) capacity * Integer.BYTES).asIntBuffer();
  }

  private static CharBuffer chars(int capacity) {
    ByteBuffer bytes = OffHeap.bytes((long) capacity * Character.BYTES);
    return bytes.asCharBuffer();
  }
}
