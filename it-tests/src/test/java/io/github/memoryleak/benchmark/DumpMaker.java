package io.github.memoryleak.benchmark;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a heap of about the size asked for, of small objects as programs have them, and dumps it;
 * between two dumps it leaks.
 */
public final class DumpMaker {
  /** Bytes in the dump of a customer with its orders: measured. */
  private static final int CUSTOMER = 4000;

  private DumpMaker() {}

  private record Order(int number, String item, long cents, List<String> remarks) {}

  private record Customer(
      String name, Map<Integer, Order> orders, Map<String, Object> properties) {}

  /** What leaks between the dumps, and what paths are searched to. */
  private record Session(Map<String, Object> attributes, List<Object> listeners) {}

  private static final List<Session> SESSIONS = new ArrayList<>();
  private static final int SESSIONS_BEFORE_EACH_DUMP = 1000;

  /**
   * Writes the dumps.
   *
   * @param args the size of a dump in megabytes, the files
   * @throws IOException when one cannot be written
   */
  public static void main(String[] args) throws IOException {
    Map<String, Customer> customers = new HashMap<>();
    long count = Long.parseLong(args[0]) * 1_000_000 / CUSTOMER;
    for (int i = 0; i < count; i++) {
      customers.put("customer " + i, customer(i));
    }
    HotSpotDiagnosticMXBean jvm =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    for (int dump = 1; dump < args.length; dump++) {
      for (int i = 0; i < SESSIONS_BEFORE_EACH_DUMP; i++) {
        SESSIONS.add(new Session(new HashMap<>(Map.of("id", i)), new ArrayList<>(1)));
      }
      jvm.dumpHeap(args[dump], true);
    }
    Reference.reachabilityFence(customers);
  }

  private static Customer customer(int number) {
    Map<Integer, Order> orders = new HashMap<>();
    for (int i = 0; i < 8; i++) {
      int key = 1000 + 8 * number + i;
      List<String> remarks = new ArrayList<>(i);
      remarks.add("remark " + key);
      orders.put(key, new Order(key, "item " + key % 97, key * 7L, remarks));
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("since", number);
    properties.put("photo", new byte[number % 200]);
    return new Customer("name of " + number, orders, properties);
  }
}
