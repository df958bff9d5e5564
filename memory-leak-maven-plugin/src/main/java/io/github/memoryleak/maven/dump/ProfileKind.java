package io.github.memoryleak.maven.dump;

import io.github.memoryleak.maven.settings.UserError;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What kind of profile a file is, told by its first bytes and not by its name. */
public enum ProfileKind {
  /** A heap dump. */
  HEAP_DUMP("a heap dump"),
  /** A heap dump, compressed. */
  HEAP_DUMP_GZIP("a heap dump"),
  /** A recording of the Flight Recorder. */
  RECORDING("a recording of the Flight Recorder"),
  /** JSON, as benchmarks write it. */
  JSON("a JSON file"),
  /** Anything else. */
  UNKNOWN("no profile");

  private static final String HPROF = "JAVA PROFILE 1.0.";
  private static final String JFR = "FLR\0";

  private final String text;

  ProfileKind(String text) {
    this.text = text;
  }

  /** {@return the kind for people, such as {@code a heap dump}} */
  public String text() {
    return text;
  }

  /** {@return whether it is a heap dump, compressed or not} */
  public boolean isHeapDump() {
    return this == HEAP_DUMP || this == HEAP_DUMP_GZIP;
  }

  /**
   * {@return the kind of a file}
   *
   * @param file the file
   * @throws UserError when there is no such file or it cannot be read
   */
  public static ProfileKind of(Path file) {
    if (Files.isDirectory(file)) {
      throw new UserError(file + " is a folder: name a heap dump in it.");
    }
    if (!Files.exists(file)) {
      throw new UserError("There is no file " + file + ": check the path.");
    }
    try {
      byte[] start = start(file, false);
      boolean isGzip = start.length > 1 && start[0] == 0x1f && (start[1] & 0xff) == 0x8b;
      return isGzip ? unpacked(start(file, true)) : plain(start);
    } catch (AccessDeniedException e) {
      throw new UserError(
          file
              + " cannot be read: heap dumps belong to the user whose JVM wrote them; ask for the"
              + " file, or run as that user.",
          e);
    } catch (EOFException | ZipException e) {
      throw new UserError(file + " is a damaged gzip file: copy it again.", e);
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static ProfileKind unpacked(byte[] start) {
    return plain(start) == HEAP_DUMP ? HEAP_DUMP_GZIP : UNKNOWN;
  }

  private static ProfileKind plain(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (text.startsWith(HPROF)) {
      return HEAP_DUMP;
    }
    if (text.startsWith(JFR)) {
      return RECORDING;
    }
    return text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")
        ? JSON
        : UNKNOWN;
  }

  private static byte[] start(Path file, boolean isGzip) throws IOException {
    try (InputStream plain = new BufferedInputStream(Files.newInputStream(file));
        InputStream in = isGzip ? new GZIPInputStream(plain) : plain) {
      return in.readNBytes(HPROF.length());
    }
  }
}
