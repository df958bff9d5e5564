package io.github.memoryleak.maven.selection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Lists class files without loading them. */
public final class ClassFiles {
  private ClassFiles() {}

  /**
   * {@return the class files below the roots, as {@code com/acme/CartTest.class}, sorted}
   *
   * @param roots directories and jars; missing ones are skipped
   * @throws UncheckedIOException when a root cannot be read
   */
  public static List<String> in(List<Path> roots) {
    TreeSet<String> all = new TreeSet<>();
    for (Path root : roots) {
      try {
        if (Files.isDirectory(root)) {
          walk(root, all);
        } else if (Files.isRegularFile(root)) {
          list(root, all);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return List.copyOf(all);
  }

  private static void walk(Path directory, TreeSet<String> all) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .map(file -> directory.relativize(file).toString().replace('\\', '/'))
          .filter(ClassFiles::isClass)
          .forEach(all::add);
    }
  }

  private static void list(Path jar, TreeSet<String> all) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        String name = entries.nextElement().getName();
        if (isClass(name)) {
          all.add(name);
        }
      }
    }
  }

  private static boolean isClass(String name) {
    return name.endsWith(".class")
        && !name.startsWith("META-INF/")
        && !name.endsWith("module-info.class")
        && !name.endsWith("package-info.class");
  }
}
