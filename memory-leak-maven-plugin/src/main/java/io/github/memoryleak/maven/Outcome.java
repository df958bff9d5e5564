package io.github.memoryleak.maven;

import io.github.memoryleak.finding.Acceptance;
import io.github.memoryleak.finding.Baseline;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.maven.files.WrittenFiles;
import io.github.memoryleak.maven.fork.TestRun;
import io.github.memoryleak.maven.judge.Decision;
import io.github.memoryleak.maven.judge.Gate;
import io.github.memoryleak.maven.report.BaselineFile;
import io.github.memoryleak.maven.report.GitHubActions;
import io.github.memoryleak.maven.report.HtmlReport;
import io.github.memoryleak.maven.report.JUnitXmlReport;
import io.github.memoryleak.maven.report.SarifReport;
import io.github.memoryleak.maven.report.Sources;
import io.github.memoryleak.maven.settings.OnTestFailure;
import io.github.memoryleak.maven.settings.TestSettings;
import io.github.memoryleak.maven.settings.TestSettings.Accepted;
import io.github.memoryleak.report.ConsoleReport;
import io.github.memoryleak.report.JsonReport;
import io.github.memoryleak.report.Units;
import io.github.memoryleak.report.WholeFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Writes the reports, and only then lets the gate judge. */
final class Outcome {
  private static final String JSON = "leak-report.json";
  private static final String HTML = "leak-report.html";
  private static final String SARIF = "leak-report.sarif";

  private final TestSettings settings;
  private final Terminal terminal;
  private final Log log;
  private final Map<String, String> environment;
  private final Sources sources;

  /**
   * Where the result of a run goes.
   *
   * @param settings the run's settings
   * @param terminal where people read it
   * @param log the build's log
   * @param environment the variables of GitHub Actions; empty elsewhere
   */
  Outcome(TestSettings settings, Terminal terminal, Log log, Map<String, String> environment) {
    this.settings = settings;
    this.terminal = terminal;
    this.log = log;
    this.environment = environment;
    sources = Sources.of(settings.module().basedir(), settings.module().sources(), environment);
  }

  /** Removes the reports of an earlier build: they must not be taken for this one's. */
  void clear() throws IOException {
    Path directory = settings.module().reports();
    Files.createDirectories(directory);
    new WrittenFiles(directory).add(List.of(directory.resolve(TestRun.MEASURED)));
    for (String name : List.of(JSON, HTML, SARIF)) {
      Files.deleteIfExists(directory.resolve(name));
    }
    try (DirectoryStream<Path> old = Files.newDirectoryStream(directory, "TEST-*.xml")) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
  }

  void publish(LeakReport measured)
      throws IOException, MojoExecutionException, MojoFailureException {
    terminal.clear();
    LeakReport report = accepted(advised(measured));
    Path directory = settings.module().reports();
    write(report, directory);
    List<String> files = files();
    terminal.print(new ConsoleReport(report, files, null, Charset.defaultCharset()).lines());
    tellGitHub(report);
    act(gate(files).judge(report));
  }

  /**
   * Writes the reports of a measurement that was broken off; nothing is judged by them, and no
   * baseline follows them.
   *
   * @param judged what was judged until then
   * @return the same, with what is accepted
   */
  LeakReport keep(LeakReport judged) throws IOException {
    Accepted accepted = settings.policy().accepted();
    LeakReport report = acceptance(accepted.baseline(), accepted).judge(advised(judged));
    write(report, settings.module().reports());
    return report;
  }

  /** The one that other programs read comes first: there may be little time. */
  private void write(LeakReport report, Path directory) throws IOException {
    JsonReport.write(report, directory.resolve(JSON));
    List<Path> written = new ArrayList<>(JUnitXmlReport.write(report, directory));
    String module = sources.module();
    WholeFile.write(directory.resolve(HTML), HtmlReport.of(report, module));
    WholeFile.write(directory.resolve(SARIF), new SarifReport(report, sources).text());
    List.of(JSON, HTML, SARIF).forEach(name -> written.add(directory.resolve(name)));
    new WrittenFiles(directory).add(written);
  }

  /** The commands must stand at the beginning of a line, where Maven's log puts its level. */
  private void tellGitHub(LeakReport report) throws IOException {
    if (environment.isEmpty()) {
      return;
    }
    GitHubActions actions = new GitHubActions(report, sources, settings.policy().failOnLeak());
    actions.annotations().forEach(System.out::println);
    actions.summarize(environment).ifPresent(log::warn);
  }

  /** {@return the reports, as they are to be shown} */
  List<String> files() {
    Path directory = settings.module().reports();
    return Stream.of(HTML, JSON, SARIF, "TEST-*.xml")
        .map(directory::resolve)
        .map(this::shown)
        .toList();
  }

  /** {@return the report with what the team knows of its leaks} */
  private LeakReport advised(LeakReport measured) {
    return measured.withFindings(
        measured.findings().stream().map(settings.policy().knownLeaks()::advise).toList());
  }

  /** {@return the report with what is accepted, after what is to be accepted from now on is} */
  private LeakReport accepted(LeakReport measured) throws IOException {
    Accepted accepted = settings.policy().accepted();
    Acceptance before = acceptance(accepted.baseline(), accepted);
    if (!accepted.update()) {
      return before.judge(measured);
    }
    Baseline now = before.updated(measured);
    new BaselineFile(accepted.file()).write(now);
    log.info(
        "The baseline "
            + shown(accepted.file())
            + " accepts "
            + Units.count(now.entries().size(), "leak", "leaks")
            + ".");
    return acceptance(now, accepted).judge(measured);
  }

  private Acceptance acceptance(Baseline baseline, Accepted accepted) {
    return new Acceptance(
        baseline,
        accepted.suppressions(),
        accepted.counting(),
        LocalDate.now(ZoneId.systemDefault()),
        this::isTestClass);
  }

  /** Of tests in jars nobody can tell here, so all are there. */
  private boolean isTestClass(String name) {
    return !settings.module().scanned().isEmpty()
        || Files.exists(settings.module().testClasses().resolve(name.replace('.', '/') + ".class"));
  }

  private Gate gate(List<String> files) {
    return new Gate(
        settings.policy().failOnLeak(),
        settings.policy().failOnInconclusive(),
        settings.surefire().testFailureIgnore()
            || settings.policy().onTestFailure() == OnTestFailure.SKIP,
        files);
  }

  private void act(Decision decision) throws MojoExecutionException, MojoFailureException {
    switch (decision.outcome()) {
      case GO_ON -> log.debug("Nothing leaks.");
      case WARN -> decision.message().lines().forEach(log::warn);
      case FAILURE -> throw new MojoFailureException(decision.message());
      case ERROR -> throw new MojoExecutionException(decision.message());
    }
  }

  private String shown(Path file) {
    Path basedir = settings.module().basedir();
    return (file.startsWith(basedir) ? basedir.relativize(file) : file).toString();
  }
}
