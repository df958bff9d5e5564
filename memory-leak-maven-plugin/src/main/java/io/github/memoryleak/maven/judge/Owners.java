package io.github.memoryleak.maven.judge;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Tells whose code a leaking type belongs to, from class files and without loading them.
 *
 * @param module the directories with the module's classes
 * @param libraries the jars and directories of its dependencies
 * @param coordinates of those that are artifacts, {@code group:artifact:version}
 */
public record Owners(List<Path> module, List<Path> libraries, Map<Path, String> coordinates) {
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
          "org.jacoco.",
          "org.apache.maven.surefire.",
          "org.apache.maven.plugin.surefire.",
          "org.springframework.test.",
          "org.springframework.boot.test.",
          "org.testcontainers.",
          "io.github.memoryleak.");

  /** Copies the lists. */
  public Owners {
    module = List.copyOf(module);
    libraries = List.copyOf(libraries);
    coordinates = Map.copyOf(coordinates);
  }

  /**
   * {@return the report with the owner of every finding}
   *
   * @param report the report
   */
  public LeakReport assign(LeakReport report) {
    return report.withFindings(report.findings().stream().map(this::assign).toList());
  }

  private Finding assign(Finding finding) {
    Found found = find(finding);
    return finding.toBuilder().owner(found.owner).library(found.library).build();
  }

  /**
   * {@return the owner of a finding: of its type; where that is the JDK's, of the field that holds
   * it; where nobody does, of the code that made it. The application where none of these is known.
   * What a field of the application holds is the application's, and what a static field of the test
   * framework holds is the framework's, whatever it is: a library's statement in a list of the
   * application's, objects of the application in Spring's test cache.}
   *
   * @param finding the finding
   */
  public Owner ownerOf(Finding finding) {
    return find(finding).owner;
  }

  private record Found(Owner owner, @Nullable String library) {}

  private Found find(Finding finding) {
    if (isHeldByFramework(finding.path())) {
      return new Found(Owner.TEST_INFRASTRUCTURE, null);
    }
    if (isHeldByModule(finding.holder())) {
      return new Found(Owner.APPLICATION, null);
    }
    Stream<String> type =
        finding.kind() == Kind.FILE_DESCRIPTOR ? Stream.of() : Stream.of(finding.type());
    Stream<String> holder = Stream.ofNullable(finding.holder()).map(Owners::declaring);
    Stream<String> site = finding.site().stream().map(Owners::declaring);
    return Stream.of(type, holder, site)
        .flatMap(names -> names)
        .map(this::find)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(new Found(Owner.APPLICATION, null));
  }

  private boolean isHeldByModule(@Nullable String holder) {
    return holder != null && isOfModule(file(className(declaring(holder))));
  }

  private boolean isHeldByFramework(List<String> path) {
    if (path.isEmpty() || !path.get(0).startsWith("static ")) {
      return false;
    }
    return find(declaring(path.get(0)))
        .filter(f -> f.owner == Owner.TEST_INFRASTRUCTURE)
        .isPresent();
  }

  /** {@return the owner of a class, an array or threads; none when it is the JDK's} */
  private Optional<Found> find(String type) {
    String name = className(type);
    String file = file(name);
    if (isOfModule(file)) {
      return Optional.of(new Found(Owner.APPLICATION, null));
    }
    if (FRAMEWORKS.stream().anyMatch(name::startsWith)) {
      return Optional.of(new Found(Owner.TEST_INFRASTRUCTURE, null));
    }
    return libraries.stream()
        .filter(library -> holds(library, file))
        .findFirst()
        .map(library -> new Found(Owner.LIBRARY, coordinates.get(library)));
  }

  private boolean isOfModule(String file) {
    return module.stream().anyMatch(root -> Files.exists(root.resolve(file)));
  }

  private static String file(String className) {
    return className.replace('.', '/') + ".class";
  }

  /** {@return the class in {@code static com.acme.Cart.ITEMS} or {@code com.acme.Cart.add(...)}} */
  private static String declaring(String member) {
    String name = member.replaceFirst("^static ", "").replaceFirst("\\(.*", "");
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
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
