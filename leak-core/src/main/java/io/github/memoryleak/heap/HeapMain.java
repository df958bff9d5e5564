package io.github.memoryleak.heap;

import io.github.memoryleak.heap.graph.HeapTooLargeException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Analyses heap dumps: {@code java -cp leak-core.jar io.github.memoryleak.heap.HeapMain analyze
 * app.hprof}. The goals of the plugin start it, and so can a person.
 *
 * <p>The result goes to standard output, in UTF-8; progress and errors go to standard error. Exit
 * codes: {@value #DONE} all is well; {@value #EXCEEDED} the dumps were compared and the heap grew
 * by more than the limits; {@value #USAGE} a wrong call; {@value #OUT_OF_MEMORY} more memory is
 * needed; {@value #UNREADABLE} a file cannot be read or written; {@value #FAULT} an internal fault.
 */
public final class HeapMain {
  /** All is well. */
  public static final int DONE = 0;

  /** The heap grew by more than the limits. */
  public static final int EXCEEDED = 1;

  /** A wrong call. */
  public static final int USAGE = 2;

  /** More memory is needed. */
  public static final int OUT_OF_MEMORY = 3;

  /** A file cannot be read, or written. */
  public static final int UNREADABLE = 4;

  /** An internal fault. */
  public static final int FAULT = 5;

  private static final String DISK_FULL = "No space left on device";

  private final PrintStream out;
  private final PrintStream err;

  private HeapMain(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Does what the arguments say and ends the JVM.
   *
   * @param args a command, its files and options; none for a list of them
   */
  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    int code = run(args, out, utf8(FileDescriptor.err));
    out.flush();
    System.exit(code);
  }

  /** Does what the arguments say and returns the exit code. */
  static int run(String[] args, PrintStream out, PrintStream err) {
    return new HeapMain(out, err).run(Arrays.asList(args));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)),
        descriptor == FileDescriptor.err,
        StandardCharsets.UTF_8);
  }

  private int run(List<String> args) {
    if (args.isEmpty() || args.contains("--help") || args.contains("-h")) {
      HeapUsage.lines().forEach(out::println);
      return args.isEmpty() ? USAGE : DONE;
    }
    try {
      return run(HeapArguments.parse(args));
    } catch (HeapUsageException e) {
      err.println(e.getMessage());
      err.println("--help lists commands and options.");
      return USAGE;
    }
  }

  private int run(HeapArguments arguments) {
    ProgressWriter progress =
        new ProgressWriter(err, arguments.isWatched(), System.console() != null);
    try {
      HeapRun.Result result = new HeapRun(arguments, progress).run();
      progress.end();
      result.lines().forEach(out::println);
      out.flush();
      result.exceeded().ifPresent(err::println);
      return result.exceeded().isPresent() ? EXCEEDED : DONE;
    } catch (OutOfMemoryError e) {
      return fail(progress, HeapMemory.advice(arguments, largest(arguments)), OUT_OF_MEMORY);
    } catch (HeapTooLargeException e) {
      return fail(progress, String.valueOf(e.getMessage()), UNREADABLE);
    } catch (UncheckedIOException e) {
      return fail(progress, sentence(cause(e)), UNREADABLE);
    } catch (IOException e) {
      return fail(progress, sentence(e), UNREADABLE);
    } catch (RuntimeException | StackOverflowError e) {
      progress.end();
      e.printStackTrace(err);
      return FAULT;
    }
  }

  private int fail(ProgressWriter progress, String message, int code) {
    progress.end();
    err.println(message);
    return code;
  }

  private static IOException cause(UncheckedIOException e) {
    IOException cause = e.getCause();
    return cause == null ? new IOException(e) : cause;
  }

  private static String sentence(IOException e) {
    if (e instanceof NoSuchFileException missing) {
      return "There is no file " + missing.getFile() + ".";
    }
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile()
          + " cannot be read or written: heap dumps belong to who took them; ask for the file or run"
          + " as that user.";
    }
    String message = String.valueOf(e.getMessage());
    return message.contains(DISK_FULL)
        ? "The disk is full ("
            + message
            + "): make room where the copy goes, or in "
            + System.getProperty("java.io.tmpdir")
            + ", where compressed dumps are unpacked."
        : message + ".";
  }

  private static long largest(HeapArguments arguments) {
    return arguments.files().stream().mapToLong(HeapMain::size).max().orElse(0);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }
}
