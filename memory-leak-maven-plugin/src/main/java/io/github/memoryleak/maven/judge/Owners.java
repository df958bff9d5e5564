package io.github.memoryleak.maven.judge;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * Tells whose code a leaking type belongs to, from class files and without loading them.
 *
 * @param module the directories with the module's classes
 * @param libraries the jars and directories of its dependencies
 */
public record Owners(List<Path> module, List<Path> libraries) {
  private static final List<String> FRAMEWORKS =
      List.of(
          "org.junit.",
          "junit.",
          "org.testng.",
          "org.mockito.",
          "org.assertj.",
          "org.hamcrest.",
          "org.opentest4j.",
          "org.apiguardian.",
          "net.jqwik.",
          "org.easymock.",
          "org.powermock.",
          "org.spockframework.",
          "org.awaitility.",
          "io.github.memoryleak.");

  /** Copies the lists. */
  public Owners {
    module = List.copyOf(module);
    libraries = List.copyOf(libraries);
  }

  /**
   * {@return the report with the owner of every finding}
   *
   * @param report the report
   */
  public LeakReport assign(LeakReport report) {
    return new LeakReport(
        report.verdict(),
        report.environment(),
        report.subjects(),
        report.findings().stream().map(this::assign).toList(),
        report.problems(),
        report.notes());
  }

  private Finding assign(Finding finding) {
    return finding.withOwner(ownerOf(finding.type()));
  }

  /**
   * {@return the owner of a type; the application for what belongs to nobody else, such as a {@code
   * byte[]}}
   *
   * @param type the type of a finding: a class name, an array's, or a class and a thread's name
   */
  public Owner ownerOf(String type) {
    String name = className(type);
    String file = name.replace('.', '/') + ".class";
    if (module.stream().anyMatch(root -> Files.exists(root.resolve(file)))) {
      return Owner.APPLICATION;
    }
    if (FRAMEWORKS.stream().anyMatch(name::startsWith)) {
      return Owner.TEST_INFRASTRUCTURE;
    }
    return libraries.stream().anyMatch(library -> holds(library, file))
        ? Owner.LIBRARY
        : Owner.APPLICATION;
  }

  private static String className(String type) {
    String word = type.strip().split("\\s", 2)[0];
    String element = word.replace("[]", "");
    int hidden = element.indexOf("$$Lambda");
    return hidden > 0 ? element.substring(0, hidden) : element;
  }

  private static boolean holds(Path library, String file) {
    if (Files.isDirectory(library)) {
      return Files.exists(library.resolve(file));
    }
    if (!Files.isRegularFile(library)) {
      return false;
    }
    try (ZipFile zip = new ZipFile(library.toFile())) {
      return zip.getEntry(file) != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
