package io.github.memoryleak.maven;

import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.maven.files.ShownPath;
import io.github.memoryleak.maven.watch.LevelTrend;
import io.github.memoryleak.maven.watch.WatchFile;
import io.github.memoryleak.maven.watch.WatchResult;
import io.github.memoryleak.maven.watch.WatchText;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Shows a watch in the build's log, and judges it.
 *
 * @param top how many classes are shown
 * @param failOnLeak whether a leak fails the build
 * @param failOnInconclusive whether it does that there is no clear answer
 * @param log the build's log
 */
record WatchReport(int top, boolean failOnLeak, boolean failOnInconclusive, Log log) {

  /** Shows and judges. */
  void judge(WatchFile file) throws MojoExecutionException, MojoFailureException {
    WatchResult result = show(file);
    String told = "leak:analyze -Dleak.profile=" + ShownPath.of(file.path());
    if (result.verdict() == Verdict.LEAK) {
      String message = "LEAK: " + grown(result) + "\nAgain: mvn " + told;
      if (failOnLeak) {
        throw new MojoFailureException(message);
      }
      message.lines().forEach(log::warn);
    } else if (result.verdict() == Verdict.INCONCLUSIVE) {
      String message = "INCONCLUSIVE: " + String.join("\n", result.doubts());
      if (failOnInconclusive) {
        throw new MojoExecutionException(message);
      }
      message.lines().forEach(log::warn);
    }
  }

  /** Shows it, and what to do next. */
  WatchResult show(WatchFile file) {
    WatchResult result = WatchResult.of(file.read());
    log.info("");
    WatchText.of(result, top).forEach(log::info);
    log.info("");
    result.doubts().forEach(log::warn);
    if (result.verdict() == Verdict.LEAK) {
      log.info(
          "Next: mvn leak:heap -Dleak.pid=<pid> now and again after a while, then mvn"
              + " leak:compare: it names who holds what grew");
    }
    return result;
  }

  private static String grown(WatchResult result) {
    return result.jvm()
        + " grows: "
        + result.leaks().stream().map(LevelTrend::sentence).collect(Collectors.joining(", "));
  }
}
