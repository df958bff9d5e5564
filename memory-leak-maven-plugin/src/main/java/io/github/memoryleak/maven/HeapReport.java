package io.github.memoryleak.maven;

import io.github.memoryleak.maven.dump.AnalysisProcess;
import io.github.memoryleak.maven.dump.AnalysisProgress;
import io.github.memoryleak.maven.files.ShownPath;
import io.github.memoryleak.maven.settings.HeapSettings;
import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Has heap dumps analysed and shows the result: text in the build's log, JSON as it is. */
final class HeapReport {
  private final HeapSettings settings;
  private final Log log;

  HeapReport(HeapSettings settings, Log log) {
    this.settings = settings;
    this.log = log;
  }

  /** The process that analyses. */
  AnalysisProcess process() {
    AnalysisProgress progress = new AnalysisProgress(settings.isJson() ? log::debug : log::info);
    return new AnalysisProcess(settings.isJson() ? System.out::println : this::show, progress);
  }

  private void show(String line) {
    if (line.startsWith("WARNING: ")) {
      log.warn(line.substring("WARNING: ".length()));
    } else {
      log.info(line);
    }
  }

  /** {@return what a command says of a dump} */
  List<String> lines(String command, Path dump) throws InterruptedException {
    List<String> lines = new ArrayList<>();
    AnalysisProgress progress = new AnalysisProgress(log::info);
    run(new AnalysisProcess(lines::add, progress), command, List.of(dump), List.of());
    return lines;
  }

  /** Shows one dump. */
  void analyze(Path dump) throws InterruptedException {
    run("analyze", List.of(dump), List.of());
  }

  /**
   * Shows what grew.
   *
   * @return which growth is too much, if any
   */
  Optional<String> compare(List<Path> dumps, List<String> limits) throws InterruptedException {
    return run("compare", dumps, limits);
  }

  private Optional<String> run(String command, List<Path> dumps, List<String> more)
      throws InterruptedException {
    return run(process(), command, dumps, more);
  }

  private Optional<String> run(
      AnalysisProcess process, String command, List<Path> dumps, List<String> more)
      throws InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.add(command);
    // The process has this one's folder, and says what it is told.
    dumps.forEach(dump -> arguments.add(settings.isJson() ? dump.toString() : ShownPath.of(dump)));
    arguments.addAll(settings.options());
    arguments.addAll(more);
    try {
      return process.run(arguments, dumps);
    } catch (IOException e) {
      throw new UserError("The dump cannot be analysed: " + e.getMessage() + ".", e);
    }
  }

  /** What one may do next. */
  void next(String... commands) {
    if (!settings.isJson()) {
      log.info("");
      for (String command : commands) {
        log.info("Next: " + command);
      }
    }
  }
}
