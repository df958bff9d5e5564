package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.graph.RootKind;
import io.github.memoryleak.names.JdkClasses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The strong references from a GC root to an object, a shortest one.
 *
 * @param root why the first object is alive
 * @param thread the name of the thread, when the root is a thread or on its stack
 * @param steps from the root's object to the object itself
 */
public record StrongPath(RootKind root, @Nullable String thread, List<PathStep> steps) {
  /** Copies the list. */
  public StrongPath {
    steps = List.copyOf(steps);
  }

  /**
   * The deepest field on the path that a class of an application or a library has; the first field
   * when all are the JDK's.
   */
  public Holder holder() {
    PathStep step = steps.get(0);
    for (PathStep candidate : steps) {
      if (isNamed(candidate) && !JdkClasses.contains(candidate.className())) {
        step = candidate;
      }
    }
    return new Holder(step.className(), step.field(), step.isStatic());
  }

  private static boolean isNamed(PathStep step) {
    return !step.field().isEmpty() && !step.className().endsWith("[]");
  }
}
