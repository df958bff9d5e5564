package io.github.memoryleak.census;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.memoryleak.names.NamePattern;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The files, pipes and sockets that this process has open: how many, as the operating system tells
 * the JVM; which ones, where there is {@code /proc}.
 */
public final class OpenFiles implements ResourceMeter {
  private static final String NAME = "open files";
  private static final int READINGS = 3;
  private static final Duration CLEANERS_PATIENCE = Duration.ofMillis(100);
  private static final File TABLE = new File("/proc/self/fd");

  private final LeftToCollector left = new LeftToCollector();
  private final LateClosing late = new LateClosing(OpenFiles::count, OpenFiles::reading);
  private long latest = Long.MAX_VALUE;
  private boolean waited;
  private long threads;

  /**
   * {@return how many are open; -1 where the operating system does not tell. What the JVM itself
   * opens for a moment, to read its limits for instance, does not count.}
   */
  public static long count() {
    return IntStream.range(0, READINGS).mapToLong(i -> reading()).min().orElse(-1);
  }

  private static long reading() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : -1;
  }

  /** {@return what is open: paths, or {@code socket:[4711]}; empty where that cannot be read} */
  public static List<String> links() {
    List<String> links = read();
    for (int i = 1; i < READINGS; i++) {
      List<String> again = read();
      links.removeIf(link -> !again.remove(link));
    }
    return links;
  }

  private static List<String> read() {
    String[] numbers = TABLE.list();
    List<String> links = new ArrayList<>();
    for (String number : numbers == null ? new String[0] : numbers) {
      try {
        links.add(Files.readSymbolicLink(Path.of(TABLE.getPath(), number)).toString());
      } catch (IOException | InvalidPathException e) {
        // It was closed meanwhile, as the one that lists the table always is.
      }
    }
    return links;
  }

  /**
   * {@return what is open now and was not open before: paths and endpoints with each number as
   * {@code %d}, {@code pipe}, {@code eventpoll}; one entry for each time it is open. Paths below
   * the working directory begin with {@code ./}, those below that of temporary files with {@code
   * <tmp>/}.}
   *
   * @param before what {@link #links()} returned before
   */
  public static List<String> openedSince(List<String> before) {
    List<String> opened = links();
    before.forEach(opened::remove);
    Sockets sockets = Sockets.read();
    return opened.stream().map(link -> describe(link, sockets)).toList();
  }

  private static String describe(String link, Sockets sockets) {
    if (link.startsWith("socket:[")) {
      return sockets.describe(link.substring("socket:[".length(), link.length() - 1));
    }
    if (link.startsWith("pipe:")) {
      return "pipe";
    }
    if (link.startsWith("anon_inode:")) {
      return link.substring("anon_inode:".length()).replaceAll("[\\[\\]]", "");
    }
    return NamePattern.of(shorten(Path.of(link)));
  }

  /** The same on every machine, as far as that can be. */
  private static String shorten(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    if (file.startsWith(here)) {
      return "./" + here.relativize(file);
    }
    return file.startsWith(temporary) ? "<tmp>/" + temporary.relativize(file) : file.toString();
  }

  @Override
  public void saveNothing() {
    late.saveNothing();
  }

  @Override
  public void beforeCollecting(Duration patience, LoopsSinceCollection round) {
    // Without patience it is the first census of a subject, and what came before says nothing.
    late.roundEnds(patience.isZero() ? Long.MAX_VALUE : latest);
    waited = false;
    // What another thread is about to close is not left to the collector.
    left.before(late.await(patience), round);
    threads = LiveThreads.count();
  }

  @Override
  public void addTo(CensusLog log) {
    // What the collector leaves to the cleaner's thread is closed in a moment; what has stayed open
    // for longer than that, and is the same when the census is taken again, has been waited for.
    if (!waited || count() != latest) {
      latest = late.await(CLEANERS_PATIENCE);
    }
    waited = true;
    if (latest >= 0) {
      log.add(Meter.FILE_DESCRIPTOR, NAME, latest, 0);
      log.add(Meter.UNCLOSED_FILE, NAME, leftToCollector(), 0);
    }
  }

  @Override
  public void beforeVerdict() {
    late.makeUp();
  }

  /** A thread that ends closes what it has open, and nobody knows which of them were its own. */
  private long leftToCollector() {
    return LiveThreads.count() < threads ? left.afterOthers() : left.after(latest);
  }
}
