package io.github.memoryleak.maven;

import io.github.memoryleak.junit.Progress;
import io.github.memoryleak.maven.report.ColourRules;
import io.github.memoryleak.maven.report.LivingLine;
import io.github.memoryleak.maven.report.LoggedProgress;
import io.github.memoryleak.maven.report.Palette;
import io.github.memoryleak.maven.report.ProgressDisplay;
import io.github.memoryleak.report.Line;
import java.io.Console;
import java.io.OutputStreamWriter;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/** The place where the build's output goes, as far as one can tell from inside. */
final class Terminal {
  private static final int WIDTH = 100;

  private final MavenSession session;
  private final Log log;
  private final ProgressDisplay display;

  Terminal(MavenSession session, Log log) {
    this.session = session;
    this.log = log;
    Console console = System.console();
    this.display =
        console != null && isTerminal(console) && isLivingLineWelcome()
            ? new LivingLine(
                new OutputStreamWriter(System.out, console.charset()), WIDTH, System::nanoTime)
            : new LoggedProgress(log::info, System::nanoTime);
  }

  private boolean isLivingLineWelcome() {
    return session.getRequest().isInteractiveMode() && !isLogFile() && !isParallel();
  }

  void show(Progress progress) {
    display.show(progress);
  }

  void clear() {
    display.clear();
  }

  void print(List<Line> lines) {
    Palette palette = rules().palette();
    for (Line line : lines) {
      String text = palette.render(line);
      switch (line.level()) {
        case INFO -> log.info(text);
        case WARN -> log.warn(text);
        case ERROR -> log.error(text);
      }
    }
  }

  private ColourRules rules() {
    Console console = System.console();
    return new ColourRules(
        session.getUserProperties().getProperty("style.color"),
        System.getenv("NO_COLOR"),
        session.getRequest().isInteractiveMode(),
        isLogFile(),
        console != null && isTerminal(console));
  }

  private boolean isParallel() {
    return session.getRequest().getDegreeOfConcurrency() > 1;
  }

  /** Maven 4 does not tell: better no colours in a terminal than escapes in a file. */
  private boolean isLogFile() {
    Properties system = session.getSystemProperties();
    String version = system.getProperty("maven.version", "");
    String command = system.getProperty("env.MAVEN_CMD_LINE_ARGS", "");
    return version.startsWith("4") || command.contains("-l ") || command.contains("--log-file");
  }

  /** From JDK 22 on there may be a console without a terminal; it says so itself. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
