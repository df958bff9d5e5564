package io.github.memoryleak.maven.fork;

import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which dependencies a module needs as modules; all others stay on the class path. */
final class RequiredModules {
  private record Dependency(Path file, ModuleDescriptor descriptor) {}

  private final Map<String, Dependency> available = new LinkedHashMap<>();
  private final Set<Path> required = new LinkedHashSet<>();
  private final Set<String> used = new HashSet<>();

  private RequiredModules(List<Path> dependencies) {
    for (Path file : dependencies) {
      modules(file)
          .map(ModuleReference::descriptor)
          .forEach(d -> available.putIfAbsent(d.name(), new Dependency(file, d)));
    }
  }

  /**
   * {@return the dependencies that the module requires, directly or not, and those that provide a
   * service which one of them uses}
   *
   * @param module the module
   * @param dependencies jars and directories
   */
  static Set<Path> of(ModuleDescriptor module, List<Path> dependencies) {
    RequiredModules modules = new RequiredModules(dependencies);
    modules.require(module);
    modules.addProviders();
    return modules.required;
  }

  private void require(ModuleDescriptor module) {
    used.addAll(module.uses());
    for (ModuleDescriptor.Requires requires : module.requires()) {
      Dependency dependency = available.get(requires.name());
      if (dependency != null && required.add(dependency.file())) {
        require(dependency.descriptor());
      }
    }
  }

  /** A provider may use services itself, so it takes until no other one is found. */
  private void addProviders() {
    int before;
    do {
      before = required.size();
      for (Dependency dependency : List.copyOf(available.values())) {
        if (provides(dependency.descriptor()) && required.add(dependency.file())) {
          require(dependency.descriptor());
        }
      }
    } while (required.size() > before);
  }

  /** What is automatic provides its services on the class path just as well. */
  private boolean provides(ModuleDescriptor module) {
    return !module.isAutomatic()
        && module.provides().stream().anyMatch(provided -> used.contains(provided.service()));
  }

  /** A file that can be no module, for the name of a jar for instance, is on the class path. */
  private static Stream<ModuleReference> modules(Path file) {
    boolean plain = Files.isDirectory(file) && !Files.exists(file.resolve("module-info.class"));
    if (plain || !Files.exists(file)) {
      return Stream.of();
    }
    try {
      return ModuleFinder.of(file).findAll().stream();
    } catch (FindException e) {
      return Stream.of();
    }
  }
}
