package io.github.memoryleak.heap.dsl;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Makes objects of the JDK as the JDK builds them: with their tables, nodes and sizes. */
public final class Jdk {
  private static final int RUNNABLE = 5;

  private final Dump dump;
  private final int release;
  private final JdkClasses classes;

  Jdk(Dump dump, int release) {
    this.dump = dump;
    this.release = release;
    this.classes = new JdkClasses(dump, release);
  }

  /** {@return a class of the JDK; one of those in the table of {@link JdkClasses}} */
  public DumpClass clazz(String name) {
    return classes.get(name);
  }

  /** {@return a new instance of a class of the JDK} */
  public DumpInstance instance(String clazz) {
    return dump.instance(clazz(clazz));
  }

  /** {@return a new string with its characters, one byte each where that is enough} */
  public DumpInstance string(String text) {
    DumpInstance string = instance("java.lang.String").set("hash", text.hashCode());
    if (release < 9) {
      return string.set("value", dump.chars(text));
    }
    boolean latin1 = text.chars().allMatch(c -> c < 256);
    byte[] bytes = text.getBytes(latin1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16LE);
    return string.set("value", dump.bytes(bytes)).set("coder", latin1 ? 0 : 1);
  }

  /** {@return a new {@code java.lang.Integer}} */
  public DumpInstance integer(int value) {
    return instance("java.lang.Integer").set("value", value);
  }

  /** {@return the collections} */
  public JdkCollections collections() {
    return new JdkCollections(dump, this);
  }

  /** {@return the maps} */
  public JdkMaps maps() {
    return new JdkMaps(dump, this);
  }

  /** {@return a new reference object: {@code java.lang.ref.WeakReference} and its like} */
  public DumpInstance reference(String clazz, @Nullable DumpObject referent) {
    return instance(clazz).set("referent", referent);
  }

  /** {@return a new weak reference} */
  public DumpInstance weakReference(@Nullable DumpObject referent) {
    return reference("java.lang.ref.WeakReference", referent);
  }

  /** {@return a new soft reference} */
  public DumpInstance softReference(@Nullable DumpObject referent) {
    return reference("java.lang.ref.SoftReference", referent);
  }

  /** {@return a new class loader} */
  public DumpInstance loader(String clazz, @Nullable DumpObject parent, @Nullable String name) {
    return instance(clazz)
        .set(clazz("java.lang.ClassLoader"), "parent", parent)
        .set("name", name == null ? null : string(name));
  }

  /** {@return a new live platform thread: a root, runnable} */
  public DumpThread thread(String name) {
    return dump.thread(threadObject("java.lang.Thread", name));
  }

  /** {@return a thread that is no root unless something else makes it one} */
  public DumpInstance threadObject(String clazz, String name) {
    DumpInstance thread = instance(clazz).set("name", string(name)).set("tid", 1);
    DumpInstance fields = thread;
    if (release >= 19) {
      fields = instance("java.lang.Thread$FieldHolder");
      thread.set("holder", fields);
    }
    fields.set("threadStatus", RUNNABLE).set("priority", 5);
    return thread;
  }

  /**
   * Gives a thread its thread locals.
   *
   * @param keysAndValues a {@code java.lang.ThreadLocal} or null when it is collected, its value,
   *     and so on
   * @return the map
   */
  public DumpInstance threadLocals(DumpThread thread, @Nullable DumpObject... keysAndValues) {
    String map = "java.lang.ThreadLocal$ThreadLocalMap";
    DumpArray table = dump.array(clazz(map + "$Entry"), 16);
    for (int i = 0; i < keysAndValues.length / 2; i++) {
      DumpInstance entry = reference(map + "$Entry", keysAndValues[2 * i]);
      table.set((7 * i) % 16, entry.set("value", keysAndValues[2 * i + 1]));
    }
    DumpInstance made =
        instance(map)
            .set("table", table)
            .set("size", keysAndValues.length / 2)
            .set("threshold", 10);
    thread.object().set("threadLocals", made);
    return made;
  }
}
