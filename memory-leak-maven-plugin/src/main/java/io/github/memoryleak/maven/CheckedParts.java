package io.github.memoryleak.maven;

import io.github.memoryleak.maven.settings.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** The parts of a check: each runs, whatever came of those before; the worst decides. */
final class CheckedParts {
  private static final double MILLIS = 1000;

  private final Log log;
  private final List<Part> parts = new ArrayList<>();

  CheckedParts(Log log) {
    this.log = log;
  }

  /** A part. {@return why there was nothing to do, if so} */
  interface Work {
    Optional<String> run()
        throws MojoExecutionException, MojoFailureException, InterruptedException;
  }

  private enum State {
    PASS,
    SKIPPED,
    FAILED,
    ERROR
  }

  private record Part(String name, State state, String text, long millis) {
    String line() {
      String first = text.lines().findFirst().orElse("");
      return String.format(
              Locale.ROOT, "%-10s %-8s %8.1f s  %s", name, state, millis / MILLIS, first)
          .stripTrailing();
    }
  }

  /** Runs a part. */
  void run(String name, Work work) throws InterruptedException {
    long start = System.currentTimeMillis();
    State state = State.PASS;
    String text = "";
    try {
      Optional<String> reason = work.run();
      state = reason.isPresent() ? State.SKIPPED : State.PASS;
      text = reason.orElse("");
    } catch (MojoFailureException e) {
      state = State.FAILED;
      text = String.valueOf(e.getMessage());
    } catch (MojoExecutionException | UserError e) {
      state = State.ERROR;
      text = String.valueOf(e.getMessage());
    }
    parts.add(new Part(name, state, text, System.currentTimeMillis() - start));
  }

  /** Shows the table and fails the build when a part failed. */
  void judge() throws MojoExecutionException, MojoFailureException {
    log.info("");
    log.info("part       verdict      time");
    parts.forEach(part -> log.info(part.line()));
    String failed = failed(State.FAILED);
    String wrong = failed(State.ERROR);
    if (!failed.isEmpty()) {
      throw new MojoFailureException(wrong.isEmpty() ? failed : failed + "\n" + wrong);
    }
    if (!wrong.isEmpty()) {
      throw new MojoExecutionException(wrong);
    }
  }

  private String failed(State state) {
    return String.join(
        "\n",
        parts.stream()
            .filter(part -> part.state() == state)
            .map(part -> part.name() + ": " + part.text())
            .toList());
  }
}
