package io.github.memoryleak.heap.dsl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A live thread: a root, with a stack whose locals are roots. */
public final class DumpThread {
  private final @Nullable DumpObject object;
  private final List<DumpFrame> frames = new ArrayList<>();
  private final List<DumpObject> natives = new ArrayList<>();

  DumpThread(@Nullable DumpObject object) {
    this.object = object;
  }

  /** Adds the next frame, the innermost one first. */
  public DumpThread frame(DumpClass clazz, String method, String file, int line) {
    frames.add(new DumpFrame(clazz, method, file, line));
    return this;
  }

  /** Lets a local variable of the last frame hold an object. */
  public DumpThread local(DumpObject held) {
    frames.get(frames.size() - 1).locals().add(held);
    return this;
  }

  /** Lets native code of the thread hold an object. */
  public DumpThread jniLocal(DumpObject held) {
    natives.add(held);
    return this;
  }

  /** {@return the {@code java.lang.Thread}} */
  public DumpInstance object() {
    if (object instanceof DumpInstance instance) {
      return instance;
    }
    throw new IllegalStateException("This thread has no object");
  }

  @Nullable DumpObject target() {
    return object;
  }

  List<DumpFrame> frames() {
    return frames;
  }

  List<DumpObject> natives() {
    return natives;
  }
}
