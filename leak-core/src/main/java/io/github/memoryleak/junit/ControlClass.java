package io.github.memoryleak.junit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Makes a test class whose tests do nothing, for any framework: each method has the annotation of
 * each of them, and those that are not there are ignored. Nothing of a framework is needed to
 * compile it; format: JVM specification, chapter 4.
 */
final class ControlClass {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int JAVA_8 = 52;
  private static final int PUBLIC = 1;
  private static final int PUBLIC_SUPER = 0x21;
  private static final String NAME = "io/github/memoryleak/junit/NothingTest";
  private static final List<String> ANNOTATIONS =
      List.of("Lorg/junit/jupiter/api/Test;", "Lorg/junit/Test;", "Lorg/testng/annotations/Test;");

  /** aload_0, invokespecial Object.<init>, return. */
  private static final byte[] CONSTRUCTOR = {0x2a, (byte) 0xb7, 0, 6, (byte) 0xb1};

  private static final byte[] NOTHING = {(byte) 0xb1};

  // Constants in the pool, by index.
  private static final int THIS = 2;
  private static final int OBJECT = 4;
  private static final int INIT = 7;
  private static final int VOID = 8;
  private static final int CODE = 9;
  private static final int VISIBLE = 10;
  private static final int FIRST_ANNOTATION = 11;

  private ControlClass() {}

  /**
   * {@return a new class with so many tests, in a loader of its own}
   *
   * @param tests the number of tests
   */
  static Loader withTests(int tests) {
    return new Loader(bytes(tests));
  }

  /** Has the control class. */
  static final class Loader extends ClassLoader {
    private final Class<?> type;

    private Loader(byte[] bytes) {
      super(Thread.currentThread().getContextClassLoader());
      type = defineClass(NAME.replace('/', '.'), bytes, 0, bytes.length);
    }

    Class<?> type() {
      return type;
    }

    /** Calls with this loader as the thread's, so that an engine finds the class by its name. */
    <T> T call(Callable<T> action) throws Exception {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(this);
      try {
        return action.call();
      } finally {
        thread.setContextClassLoader(before);
      }
    }
  }

  private static byte[] bytes(int tests) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(JAVA_8);
      writeConstants(out, tests);
      out.writeShort(PUBLIC_SUPER);
      out.writeShort(THIS);
      out.writeShort(OBJECT);
      out.writeInt(0); // no interfaces, no fields
      out.writeShort(tests + 1);
      writeMethod(out, INIT, CONSTRUCTOR, false);
      for (int i = 0; i < tests; i++) {
        writeMethod(out, FIRST_ANNOTATION + ANNOTATIONS.size() + i, NOTHING, true);
      }
      out.writeShort(0); // no attributes
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void writeConstants(DataOutputStream out, int tests) throws IOException {
    out.writeShort(FIRST_ANNOTATION + ANNOTATIONS.size() + tests);
    writeText(out, NAME); // 1
    writeReference(out, 7, 1); // 2: this class
    writeText(out, "java/lang/Object"); // 3
    writeReference(out, 7, 3); // 4: super class
    writeReference(out, 12, INIT, VOID); // 5: name and type of the constructor
    writeReference(out, 10, OBJECT, 5); // 6: Object's constructor
    writeText(out, "<init>");
    writeText(out, "()V");
    writeText(out, "Code");
    writeText(out, "RuntimeVisibleAnnotations");
    for (String annotation : ANNOTATIONS) {
      writeText(out, annotation);
    }
    for (int i = 0; i < tests; i++) {
      writeText(out, "nothing" + i);
    }
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    out.writeByte(1);
    out.writeUTF(text);
  }

  private static void writeReference(DataOutputStream out, int tag, int... indexes)
      throws IOException {
    out.writeByte(tag);
    for (int index : indexes) {
      out.writeShort(index);
    }
  }

  private static void writeMethod(DataOutputStream out, int name, byte[] code, boolean annotated)
      throws IOException {
    out.writeShort(PUBLIC);
    out.writeShort(name);
    out.writeShort(VOID);
    out.writeShort(annotated ? 2 : 1);
    out.writeShort(CODE);
    out.writeInt(12 + code.length);
    out.writeShort(1); // stack
    out.writeShort(1); // locals
    out.writeInt(code.length);
    out.write(code);
    out.writeInt(0); // no exceptions, no attributes
    if (annotated) {
      writeAnnotations(out);
    }
  }

  private static void writeAnnotations(DataOutputStream out) throws IOException {
    out.writeShort(VISIBLE);
    out.writeInt(2 + 4 * ANNOTATIONS.size());
    out.writeShort(ANNOTATIONS.size());
    for (int i = 0; i < ANNOTATIONS.size(); i++) {
      out.writeShort(FIRST_ANNOTATION + i);
      out.writeShort(0); // no values
    }
  }
}
