package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.ClassDump;
import io.github.memoryleak.heap.hprof.FieldType;
import io.github.memoryleak.heap.hprof.HprofFile;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The loaders that live as long as the JVM, found by the static fields that refer to them. */
final class SystemLoaders {
  private static final Map<String, Set<String>> HOLDERS =
      Map.of(
          "jdk.internal.loader.ClassLoaders",
          Set.of("BOOT_LOADER", "PLATFORM_LOADER", "APP_LOADER"),
          "jdk.internal.loader.ArchivedClassLoaders",
          Set.of("bootLoader", "platformLoader", "appLoader"),
          "java.lang.ClassLoader",
          Set.of("scl"),
          "sun.misc.Launcher$ExtClassLoader",
          Set.of("instance"));

  private final Set<Long> ids = new HashSet<>(Set.of(0L));

  void look(HprofFile file, String className, ClassDump dump) {
    Set<String> names = HOLDERS.getOrDefault(className, Set.of());
    if (!names.isEmpty()) {
      dump.statics().stream()
          .filter(f -> f.type() == FieldType.OBJECT)
          .filter(f -> names.contains(file.records().string(f.nameId())))
          .forEach(f -> ids.add(file.id(f.value())));
    }
  }

  boolean contains(long loaderId) {
    return ids.contains(loaderId);
  }
}
