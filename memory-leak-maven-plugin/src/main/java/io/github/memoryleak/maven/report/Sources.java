package io.github.memoryleak.maven.report;

import io.github.memoryleak.finding.Finding;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the source file of a stack's frame, for tools that show a leak beside the code.
 *
 * @param root the directory to which paths are relative: that of the repository
 * @param basedir the module's directory
 * @param roots where the module's sources and those of its tests are
 */
public record Sources(Path root, Path basedir, List<Path> roots) {
  private static final Pattern FRAME =
      Pattern.compile("(?:.*/)?([\\w$.]+)\\.[^.(]+\\(([^:()]+)(?::(\\d+))?\\)");

  /** Copies the list. */
  public Sources {
    roots = List.copyOf(roots);
  }

  /**
   * {@return the sources of a module in its repository: the nearest directory above with a {@code
   * .git}, else the workspace of GitHub's runner, else the module's own directory}
   *
   * @param basedir the module's directory
   * @param roots where its sources and those of its tests are
   * @param environment the build's environment variables
   */
  public static Sources of(Path basedir, List<Path> roots, Map<String, String> environment) {
    Path module = basedir.toAbsolutePath().normalize();
    for (Path above = module; above != null; above = above.getParent()) {
      if (Files.exists(above.resolve(".git"))) {
        return new Sources(above, module, roots);
      }
    }
    Path workspace = Path.of(environment.getOrDefault("GITHUB_WORKSPACE", module.toString()));
    return new Sources(module.startsWith(workspace) ? workspace : module, module, roots);
  }

  /** {@return the module's path in the repository; its directory's name where it is the root} */
  public String module() {
    return basedir.equals(root) ? String.valueOf(basedir.getFileName()) : shown(basedir);
  }

  /**
   * A line in a file.
   *
   * @param path relative to the root, with slashes
   * @param line from 1
   */
  public record Place(String path, int line) {
    /** {@return the path as a relative reference, as RFC 3986 has it} */
    public String uri() {
      try {
        String encoded = new URI(null, null, "/" + path, null).toASCIIString();
        return encoded.substring(1);
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException(path, e);
      }
    }
  }

  /**
   * {@return where a finding is to be shown: the innermost line of its site that is in the module,
   * else the class of the test that shows it, else the module's POM}
   *
   * @param finding the finding
   */
  public Place of(Finding finding) {
    String test = finding.subject().replaceFirst("#.*", "").replaceFirst("\\$.*", "");
    return Stream.concat(
            finding.site().stream().map(this::ofFrame).flatMap(Optional::stream),
            find(test.replace('.', '/') + ".java", 1).stream())
        .findFirst()
        .orElseGet(() -> new Place(shown(basedir.resolve("pom.xml")), 1));
  }

  /**
   * {@return the place of a frame; none when it is no line of the module}
   *
   * @param frame as {@code com.acme.Cart.add(Cart.java:12)}
   */
  public Optional<Place> ofFrame(String frame) {
    Matcher parts = FRAME.matcher(frame.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String type = parts.group(1);
    int dot = type.lastIndexOf('.');
    String folder = dot < 0 ? "" : type.substring(0, dot).replace('.', '/') + "/";
    String line = parts.group(3);
    return find(folder + parts.group(2), line == null ? 1 : Math.max(1, Integer.parseInt(line)));
  }

  /** A subject may be anything, an operation's name for instance, and then is no file. */
  private Optional<Place> find(String file, int line) {
    try {
      return roots.stream()
          .map(source -> basedir.resolve(source).resolve(file))
          .filter(Files::isRegularFile)
          .findFirst()
          .map(path -> new Place(shown(path), line));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private String shown(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path relative = absolute.startsWith(root) ? root.relativize(absolute) : absolute;
    return relative.toString().replace('\\', '/');
  }
}
