package com.acme;

import java.lang.reflect.Field;
import sun.misc.Unsafe;

/** Memory outside the heap. */
final class Memory {
  private static final Unsafe UNSAFE = unsafe();

  private Memory() {}

  static long allocate(long bytes) {
    long address = UNSAFE.allocateMemory(bytes);
    UNSAFE.setMemory(address, bytes, (byte) 0);
    return address;
  }

  static void free(long address) {
    UNSAFE.freeMemory(address);
  }

  static void put(long address, int value) {
    UNSAFE.putInt(address, value);
  }

  static int get(long address) {
    return UNSAFE.getInt(address);
  }

  private static Unsafe unsafe() {
    try {
      Field field = Unsafe.class.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      return (Unsafe) field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
