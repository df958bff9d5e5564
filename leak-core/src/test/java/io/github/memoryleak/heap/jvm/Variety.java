package io.github.memoryleak.heap.jvm;

import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A program with objects of many shapes and sizes, which then waits for the end of its input. */
public final class Variety {
  private static final List<Object> HELD = new ArrayList<>();
  private static final byte FLAG = 1;
  private static long total;

  private Variety() {}

  static class Flag {
    final boolean flag = true;
  }

  static class FlagAndLong extends Flag {
    final long value = 7;
  }

  static class WithGap extends FlagAndLong {
    final byte small = 1;
    final Object reference = this;
  }

  static class Small extends WithGap {
    final short number = 2;
    final int other = 3;
    final double large = 4;
  }

  static class Local extends ThreadLocal<byte[]> {}

  /** Fills the heap, says so, and waits. */
  public static void main(String[] args) throws IOException {
    for (int i = 0; i < 300; i++) {
      HELD.add(List.of(new Flag(), new FlagAndLong(), new WithGap(), new Small(), "text " + i));
      arrays(i % 70);
      collections(i);
    }
    Local local = new Local();
    local.set(new byte[100]);
    HELD.add(local);
    Runnable runnable = () -> total += HELD.size() + FLAG;
    runnable.run();
    HELD.add(runnable);
    System.out.println("ready");
    if (System.in.read() >= 0) {
      throw new IllegalStateException("Expected the end of the input");
    }
    Reference.reachabilityFence(HELD);
  }

  private static void arrays(int length) {
    HELD.add(new byte[length]);
    HELD.add(new boolean[length]);
    HELD.add(new char[length]);
    HELD.add(new short[length]);
    HELD.add(new int[length]);
    HELD.add(new float[length]);
    HELD.add(new long[length]);
    HELD.add(new double[length]);
    HELD.add(new Object[length]);
    HELD.add(new Small[length][length % 3]);
  }

  private static void collections(int i) {
    HELD.add(new TreeMap<>(Map.of("key " + i, i, "other " + i, new Object())));
    HELD.add(new LinkedHashMap<>(Map.of("größe – 漢 " + i, new StringBuilder("x"))));
    HELD.add(new ConcurrentHashMap<>(Map.of(i, new WeakReference<>(HELD.get(i)))));
    HELD.add(new SoftReference<>(new int[i % 5]));
  }
}
