package io.github.memoryleak.maven.fork;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How tests of a named module run, the way Surefire has it: the module and what it requires are
 * modules, its tests are patched into it, and everything else, JUnit for instance, stays on the
 * class path and may look into the tests.
 *
 * @param elements what is on the module path; empty where all is on the class path
 * @param arguments what the {@code java} command needs for it
 * @param notes a sentence when the module could not be taken as one
 */
record ModulePath(List<Path> elements, List<String> arguments, List<String> notes) {
  private static final String DESCRIPTOR = "module-info.class";

  /** All is on the class path. */
  static final ModulePath NONE = new ModulePath(List.of(), List.of(), List.of());

  ModulePath {
    elements = List.copyOf(elements);
    arguments = List.copyOf(arguments);
    notes = List.copyOf(notes);
  }

  /**
   * {@return the module path of a project; none when it has no module descriptor}
   *
   * @param classes the directory of its classes
   * @param testClasses the directory of its test classes
   * @param dependencies jars and directories
   */
  static ModulePath of(Path classes, Path testClasses, List<Path> dependencies) {
    Path descriptor = classes.resolve(DESCRIPTOR);
    if (!Files.exists(descriptor)) {
      return NONE;
    }
    if (Files.exists(testClasses.resolve(DESCRIPTOR))) {
      return onClassPath("the tests have a module descriptor of their own");
    }
    try {
      ModuleDescriptor module = read(descriptor);
      List<Path> elements = new ArrayList<>(List.of(classes));
      elements.addAll(RequiredModules.of(module, dependencies));
      return new ModulePath(elements, arguments(module.name(), testClasses, elements), List.of());
    } catch (InvalidModuleDescriptorException e) {
      return onClassPath("its descriptor cannot be read (" + e.getMessage() + ")");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ModulePath onClassPath(String reason) {
    return new ModulePath(
        List.of(),
        List.of(),
        List.of("The module is measured on the class path, not as a module: " + reason + "."));
  }

  private static ModuleDescriptor read(Path descriptor) throws IOException {
    try (InputStream in = Files.newInputStream(descriptor)) {
      return ModuleDescriptor.read(in);
    }
  }

  private static List<String> arguments(String module, Path testClasses, List<Path> elements)
      throws IOException {
    List<String> all = new ArrayList<>();
    all.add("--module-path");
    all.add(JvmCommand.joined(elements));
    all.add("--patch-module");
    all.add(module + "=" + testClasses);
    all.add("--add-reads");
    all.add(module + "=ALL-UNNAMED");
    all.add("--add-modules");
    all.add("ALL-MODULE-PATH");
    for (String name : packages(testClasses)) {
      all.add("--add-opens");
      all.add(module + "/" + name + "=ALL-UNNAMED");
    }
    return all;
  }

  private static List<String> packages(Path testClasses) throws IOException {
    if (!Files.isDirectory(testClasses)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(testClasses)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> testClasses.relativize(file).getParent())
          .filter(directory -> directory != null)
          .map(directory -> directory.toString().replace(File.separatorChar, '.'))
          .distinct()
          .sorted()
          .toList();
    }
  }
}
