package io.github.memoryleak.heap.dsl;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All names that a dump needs. */
final class Names {
  /** The signature of every method. */
  static final String SIGNATURE = "()V";

  private final Set<String> names = new LinkedHashSet<>();

  Names(Dump dump, List<DumpClass> classes) {
    classes.forEach(this::add);
    for (DumpThread thread : dump.threads()) {
      for (DumpFrame frame : thread.frames()) {
        names.addAll(List.of(frame.method(), frame.file(), SIGNATURE));
      }
    }
  }

  Set<String> all() {
    return names;
  }

  static String internal(DumpClass clazz) {
    return clazz.name().replace('.', '/');
  }

  private void add(DumpClass clazz) {
    names.add(internal(clazz));
    clazz.fields().forEach(field -> names.add(field.name()));
    clazz.statics().forEach(field -> names.add(field.name()));
  }
}
