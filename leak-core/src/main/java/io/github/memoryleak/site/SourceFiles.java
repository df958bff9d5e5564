package io.github.memoryleak.site;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which files classes were compiled from, as their class files say. */
public final class SourceFiles {
  private static final String ATTRIBUTE = "SourceFile";

  private SourceFiles() {}

  /**
   * {@return the same stack with the names of files; a class that cannot be read has none}
   *
   * @param stack frames without them
   */
  public static List<StackTraceElement> named(List<StackTraceElement> stack) {
    return stack.stream().map(SourceFiles::named).toList();
  }

  private static StackTraceElement named(StackTraceElement frame) {
    String name = frame.getClassName();
    return new StackTraceElement(name, frame.getMethodName(), of(name), frame.getLineNumber());
  }

  private static @Nullable String of(String name) {
    String resource = name.replace('.', '/') + ".class";
    try (InputStream in = open(resource)) {
      return in == null ? null : read(new DataInputStream(new BufferedInputStream(in)));
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable InputStream open(String resource) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return loader == null
        ? ClassLoader.getSystemResourceAsStream(resource)
        : loader.getResourceAsStream(resource);
  }

  private static @Nullable String read(DataInputStream in) throws IOException {
    in.skipNBytes(8);
    String[] texts = texts(in);
    in.skipNBytes(6);
    in.skipNBytes(2L * in.readUnsignedShort());
    skipMembers(in);
    skipMembers(in);
    int attributes = in.readUnsignedShort();
    for (int i = 0; i < attributes; i++) {
      String name = texts[in.readUnsignedShort()];
      int length = in.readInt();
      if (ATTRIBUTE.equals(name)) {
        return texts[in.readUnsignedShort()];
      }
      in.skipNBytes(length);
    }
    return null;
  }

  /** The texts of the constant pool at their indices. */
  private static String[] texts(DataInputStream in) throws IOException {
    String[] texts = new String[in.readUnsignedShort()];
    for (int i = 1; i < texts.length; i++) {
      int tag = in.readUnsignedByte();
      if (tag == 1) {
        texts[i] = in.readUTF();
      } else {
        in.skipNBytes(length(tag));
        // A long or a double takes two places.
        i += tag == 5 || tag == 6 ? 1 : 0;
      }
    }
    return texts;
  }

  /** As the JVM's specification has it, 4.4. */
  private static int length(int tag) throws IOException {
    return switch (tag) {
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      case 5, 6 -> 8;
      default -> throw new IOException("unknown constant " + tag);
    };
  }

  private static void skipMembers(DataInputStream in) throws IOException {
    int members = in.readUnsignedShort();
    for (int i = 0; i < members; i++) {
      in.skipNBytes(6);
      int attributes = in.readUnsignedShort();
      for (int j = 0; j < attributes; j++) {
        in.skipNBytes(2);
        in.skipNBytes(in.readInt());
      }
    }
  }
}
