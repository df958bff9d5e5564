package io.github.memoryleak.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgFileTest {
  private static final String ECHO =
      """
      public class Echo {
        public static void main(String[] args) throws Exception {
          java.nio.file.Files.write(java.nio.file.Path.of(args[0]), java.util.Arrays.asList(args));
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void blanks_quotes_and_backslashes_are_quoted() {
    assertThat(ArgFile.quote("C:\\a b\\\"c\"#'\t")).isEqualTo("\"C:\\\\a b\\\\\\\"c\\\"#'\\t\"");
  }

  /** The words are generated, but one JVM reads them all: its start is what takes time. */
  @Test
  void the_java_command_reads_every_argument_back() throws Exception {
    Arbitrary<String> word =
        Arbitraries.strings().withChars(" \\\"'#@*{}$()a/:;=,-\t").ofMinLength(1);
    List<String> words = new ArrayList<>(word.list().ofSize(500).sample());
    assertThat(echo(directory, words)).isEqualTo(words);
  }

  @Test
  void a_path_with_blanks_parentheses_and_umlauts_is_a_class_path() throws Exception {
    Path odd = Files.createDirectories(directory.resolve("ä (1) #x"));
    assertThat(echo(odd, List.of("ü"))).containsExactly("ü");
  }

  private List<String> echo(Path sources, List<String> words)
      throws IOException, InterruptedException {
    Path out = sources.resolve("out.txt");
    List<String> arguments = new ArrayList<>();
    arguments.add("-Dfile.encoding=UTF-8");
    arguments.add("-cp");
    arguments.add(JavaSources.compile(sources, "Echo", ECHO).toString());
    arguments.add("Echo");
    arguments.add(out.toString());
    arguments.addAll(words);
    Path file = sources.resolve("arguments.txt");
    ArgFile.write(file, arguments);
    Path log = sources.resolve("log.txt");
    int code =
        new ProcessBuilder(JavaSources.JAVA.toString(), "@" + file)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    assertThat(code).as(Files.readString(log)).isZero();
    List<String> read = Files.readAllLines(out, StandardCharsets.UTF_8);
    return read.subList(1, read.size());
  }
}
