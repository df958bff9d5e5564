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
 * <p>The names are those of JDK 17 to 25, each with the JDKs that use it: on another a thread of
 * that name is the program's. Threads that the JDK starts for an object of the program, such as a
 * {@code Cleaner}, an {@code HttpClient} or a {@code Timer}, are the program's, too.
 */
public final class ForeignThreads {
  private static final String JVM = "the JVM and the JDK";
  private static final String DEBUGGER = "a debugger";
  private static final String SUREFIRE = "Surefire";

  private static final int OLDEST = 17;
  private static final int LATEST = Integer.MAX_VALUE;

  /**
   * Names that tools use.
   *
   * @param owner whose threads they are
   * @param first the first JDK that has them
   * @param last the last one
   * @param names the names; one that ends with a star is the beginning of a name
   */
  private record Known(String owner, int first, int last, Set<String> names) {
    boolean fits(String name, int jdk) {
      return first <= jdk && jdk <= last && names.stream().anyMatch(n -> fits(n, name));
    }

    private static boolean fits(String pattern, String name) {
      return pattern.endsWith("*")
          ? name.startsWith(pattern.substring(0, pattern.length() - 1))
          : name.equals(pattern);
    }
  }

  private static final List<Known> KNOWN =
      List.of(
          new Known(
              JVM,
              OLDEST,
              LATEST,
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
                  "process reaper *",
                  "Keep-Alive-Timer")),
          // What serves virtual threads: waking them up, and waiting for their sockets.
          new Known(JVM, 19, LATEST, Set.of("VirtualThread-unparker", "VirtualThread-unparker-*")),
          new Known(JVM, 19, LATEST, Set.of("Read-Poller", "Write-Poller")),
          new Known(JVM, 22, LATEST, Set.of("MasterPoller")),
          new Known(JVM, 24, LATEST, Set.of("VirtualThread-unblocker")),
          new Known("the Flight Recorder", OLDEST, LATEST, Set.of("JFR *")),
          new Known(DEBUGGER, OLDEST, LATEST, Set.of("JDWP *", "Monitor Ctrl-Break*")),
          new Known(
              SUREFIRE, OLDEST, LATEST, Set.of("surefire-*", "last-ditch-daemon-shutdown-thread*")),
          new Known("this measurement", OLDEST, LATEST, Set.of("leak-leash*")));

  /** Carriers of virtual threads have the names of workers of a pool. */
  private static final String CARRIER = "jdk.internal.misc.CarrierThread";

  private ForeignThreads() {}

  /**
   * {@return whose thread it is, for people; empty for one of the program}
   *
   * @param type the class of the thread
   * @param name its name
   */
  static Optional<String> owner(String type, String name) {
    return owner(type, name, Runtime.version().feature());
  }

  static Optional<String> owner(String type, String name, int jdk) {
    if (type.equals(CARRIER)) {
      return Optional.of(JVM);
    }
    return KNOWN.stream().filter(known -> known.fits(name, jdk)).map(Known::owner).findFirst();
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
