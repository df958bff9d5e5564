package io.github.memoryleak.census;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Threads that are neither the program's nor its libraries': they are not judged. The JVM starts
 * some of its own late, and a recorder or a debugger comes when it likes.
 *
 * <p>The names are those of JDK 17 to 25. Threads that the JDK starts for an object of the program,
 * such as a {@code Cleaner}, an {@code HttpClient} or a {@code Timer}, are the program's.
 */
public final class ForeignThreads {
  private static final String JVM = "the JVM and the JDK";

  private static final Set<String> OF_JVM =
      Set.of(
          "Reference Handler",
          "Finalizer",
          "Signal Dispatcher",
          "Service Thread",
          "Monitor Deflation Thread",
          "Notification Thread",
          "Attach Listener",
          "DestroyJavaVM",
          "Common-Cleaner",
          "process reaper",
          "Keep-Alive-Timer",
          "VirtualThread-unparker",
          "VirtualThread-unblocker",
          "Read-Poller",
          "Write-Poller");

  /** Carriers of virtual threads have the names of workers of a pool. */
  private static final String CARRIER = "jdk.internal.misc.CarrierThread";

  /** By the beginning of the name. */
  private static final Map<String, String> BEGINNINGS =
      Map.of(
          "JFR ", "the Flight Recorder",
          "JDWP ", "a debugger",
          "Monitor Ctrl-Break", "a debugger",
          "surefire-", "Surefire",
          "last-ditch-daemon-shutdown-thread", "Surefire",
          "leak-leash", "this measurement",
          "process reaper ", JVM,
          "VirtualThread-unparker-", JVM);

  private ForeignThreads() {}

  /**
   * {@return whose thread it is, for people; empty for one of the program}
   *
   * @param type the class of the thread
   * @param name its name
   */
  static Optional<String> owner(String type, String name) {
    if (OF_JVM.contains(name) || type.equals(CARRIER)) {
      return Optional.of(JVM);
    }
    return BEGINNINGS.entrySet().stream()
        .filter(e -> name.startsWith(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * {@return whether a thread is not judged}
   *
   * @param thread a thread
   */
  public static boolean contains(Thread thread) {
    return owner(thread.getClass().getName(), thread.getName()).isPresent();
  }

  /** {@return how many such threads are alive, by whose they are} */
  public static Map<String, Integer> count() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Thread thread : List.of(LiveThreads.all())) {
      owner(thread.getClass().getName(), thread.getName())
          .ifPresent(owner -> counts.merge(owner, 1, Integer::sum));
    }
    return counts;
  }
}
