package io.github.memoryleak.maven;

import io.github.memoryleak.maven.http.Page;
import io.github.memoryleak.maven.http.ProfileServer;
import io.github.memoryleak.maven.settings.Quantities;
import io.github.memoryleak.maven.settings.UserError;
import io.github.memoryleak.report.Units;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Shows pages in a browser until the time is over, or the build is ended.
 *
 * @param port the port; 0 for any
 * @param timeout how long
 * @param log the build's log
 */
record HttpReport(int port, Duration timeout, Log log) {
  private static final int LARGEST_PORT = 65_535;

  /** {@return the report, or nothing when none is wanted} */
  static @Nullable HttpReport of(@Nullable String http, String timeout, Log log) {
    Duration length = Quantities.duration("leak.httpTimeout", timeout);
    String text = http == null ? "false" : http.trim();
    return text.equals("false") ? null : new HttpReport(port(text), length, log);
  }

  private static int port(String text) {
    if (text.isEmpty() || text.equals("true")) {
      return 0;
    }
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= LARGEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new UserError("leak.http must be empty or a port, 1 to 65535, but is '" + text + "'.");
  }

  private String seconds() {
    return Units.count(timeout.toSeconds(), "second", "seconds");
  }

  void show(Map<String, Page> pages) throws InterruptedException {
    try (ProfileServer server = ProfileServer.start(port, pages)) {
      log.info("");
      log.info("Open " + server.address());
      log.info("It is there for " + seconds() + ", or until Ctrl-C.");
      Thread.sleep(timeout.toMillis());
    } catch (IOException e) {
      throw new UserError("Port " + port + " cannot be used: " + e.getMessage() + ".", e);
    }
  }
}
