package io.github.memoryleak.maven.report;

import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.report.WholeFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The report as JUnit XML, which CI servers show as test results. Each judged class is a test
 * suite, each subject a test case: a leak is its failure, a measurement without an answer its
 * error.
 */
public final class JUnitXmlReport {

  private JUnitXmlReport() {}

  /**
   * Writes one file for each judged class, {@code TEST-<class>.leak.xml}, and removes those of
   * earlier reports. The names differ from those of Surefire's reports, so that both can be
   * collected into one directory.
   *
   * @param report the report
   * @param directory where the files go; made when it is missing
   * @return the files, in the order of the report's subjects
   * @throws IOException when a file cannot be written
   */
  public static List<Path> write(LeakReport report, Path directory) throws IOException {
    SuiteFileNames names = new SuiteFileNames();
    List<Path> files = new ArrayList<>();
    for (Suite suite : Suite.of(report)) {
      Path file = directory.resolve(names.of(suite.name()));
      WholeFile.write(file, SuiteXml.of(suite));
      files.add(file);
    }
    removeOthers(directory, files);
    return files;
  }

  private static void removeOthers(Path directory, Collection<Path> files) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    String pattern = SuiteFileNames.PREFIX + "*" + SuiteFileNames.SUFFIX;
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, pattern)) {
      for (Path file : stream) {
        if (!files.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }
}
