package io.github.memoryleak.explain;

import io.github.memoryleak.heap.growth.ClassTotals;
import io.github.memoryleak.heap.growth.GrownHolder;
import io.github.memoryleak.heap.growth.GrownHolderLines;
import io.github.memoryleak.heap.growth.GrownPool;
import io.github.memoryleak.heap.growth.GrownPoolLines;
import io.github.memoryleak.heap.growth.GrowthMain;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Compares two heap dumps in a process of its own, so that this heap stays as it is. It is started
 * before the first is written, and reads that one while the loops run that lead to the second.
 */
final class GrowthProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path out;
  private final Path errors;

  private GrowthProcess(Process process, Path out, Path errors) {
    this.process = process;
    this.out = out;
    this.errors = errors;
  }

  /**
   * What to look for.
   *
   * @param minObjects the least growth in objects
   * @param minBytes the least growth in bytes
   * @param threads whether threads grow, so that their pools matter
   */
  record Question(long minObjects, long minBytes, boolean threads) {}

  /**
   * What was found.
   *
   * @param holders what accumulates
   * @param pools what pools of threads there are more of
   * @param classGrowth by how many objects each class has grown
   */
  record Answer(List<GrownHolder> holders, List<GrownPool> pools, Map<String, Long> classGrowth) {}

  /**
   * Begins.
   *
   * @param directory what the process says goes there
   * @param question what to look for
   * @param dumps that before and that after, still to be written
   * @param jvmOptions of a JVM that reads such dumps
   * @throws IOException when no process can be started
   */
  static GrowthProcess start(
      Path directory, Question question, List<Path> dumps, List<String> jvmOptions)
      throws IOException {
    Path out = directory.resolve("holders.txt");
    Path errors = directory.resolve("errors.txt");
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(jvmOptions);
    command.addAll(
        List.of("-Dfile.encoding=UTF-8", "-cp", ownClassPath(), GrowthMain.class.getName()));
    command.addAll(
        Stream.of(question.minObjects(), question.minBytes(), question.threads())
            .map(String::valueOf)
            .toList());
    command.addAll(dumps.stream().map(Path::toString).toList());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile())
            .start();
    return new GrowthProcess(process, out, errors);
  }

  /**
   * Tells the process that the next dump is written.
   *
   * @throws IOException when it has ended; what it said is in the message
   * @throws InterruptedException when the thread is to end
   */
  void dumpIsThere() throws IOException, InterruptedException {
    try {
      OutputStream input = process.getOutputStream();
      input.write('\n');
      input.flush();
    } catch (IOException e) {
      process.destroyForcibly().waitFor();
      throw failed();
    }
  }

  /**
   * {@return what was found, once it is}
   *
   * @throws IOException when it takes too long or fails; what it said is in the message
   * @throws InterruptedException when the thread is to end
   */
  Answer answer() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException(
          "the comparison of the dumps took more than " + PATIENCE_SECONDS + " seconds");
    }
    if (process.exitValue() != 0) {
      throw failed();
    }
    List<String> lines = Files.readAllLines(out, StandardCharsets.UTF_8);
    return new Answer(
        GrownHolderLines.parse(lines), GrownPoolLines.parse(lines), ClassTotals.parse(lines));
  }

  private IOException failed() throws IOException {
    return new IOException(
        "the comparison of the dumps failed: "
            + Files.readString(errors, StandardCharsets.UTF_8).strip());
  }

  /** Ends the process when nobody waits for the answer any more. */
  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static String java() {
    return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
  }

  private static String ownClassPath() throws IOException {
    try {
      return Path.of(GrowthMain.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IOException("the place of leak-core is not known", e);
    }
  }
}
