package io.github.memoryleak.heap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpClass;
import io.github.memoryleak.heap.dsl.DumpInstance;
import io.github.memoryleak.heap.dsl.DumpObject;
import io.github.memoryleak.heap.dsl.Type;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeapMainTest {
  private static final String MORE = "\n--help lists commands and options.\n";

  @TempDir private Path directory;

  private int exitCode;
  private String output = "";
  private String errors = "";

  private void run(Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] texts = List.of(args).stream().map(Object::toString).toArray(String[]::new);
    exitCode =
        HeapMain.run(
            texts,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    output = out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    errors = err.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  /** A heap in which a static field holds sessions, each with some bytes. */
  private Path sessions(String name, int count) throws IOException {
    Dump dump = Dump.create();
    DumpClass session = dump.clazz("com.acme.Session").field("data", Type.OBJECT);
    DumpObject[] all =
        IntStream.range(0, count)
            .mapToObj(i -> dump.instance(session).set("data", dump.bytes(new byte[1000])))
            .toArray(DumpInstance[]::new);
    dump.clazz("com.acme.Sessions").staticField("ACTIVE", dump.arrayOf(session, all));
    return dump.write().writeTo(directory.resolve(name));
  }

  @Test
  void analyze_shows_the_suspect_with_holder_and_path() throws IOException {
    run("analyze", sessions("a.hprof", 50), "--top", "3");
    assertThat(errors).isEmpty();
    assertThat(exitCode).isEqualTo(HeapMain.DONE);
    assertThat(output)
        .contains("  holder:   static com.acme.Sessions.ACTIVE\n")
        .contains("  contents: 50 x com.acme.Session (50.39 KB)\n")
        .contains("  path:\n    static com.acme.Sessions.ACTIVE\n    com.acme.Session[]\n");
  }

  @Test
  void analyze_of_a_class_shows_its_instances_and_the_paths_to_them() throws IOException {
    run("analyze", sessions("a.hprof", 50), "--type=Session");
    assertThat(output)
        .contains("50 instances of Session: 800 B, keeping 50.39 KB alive\n")
        .contains(
            """
            Shortest strong paths to them, merged:
              instances  retained  path
                     50  50.39 KB  class com.acme.Sessions
                     50  50.39 KB  .ACTIVE com.acme.Session[]
                     50  50.39 KB  [element] com.acme.Session x 50
            """);
  }

  @Test
  void all_results_are_json_as_well() throws IOException {
    Path dump = sessions("a.hprof", 50);
    Path later = sessions("b.hprof", 80);
    JsonNode heap = json("analyze", dump);
    assertThat(heap.get("kind").asText()).isEqualTo("heap");
    assertThat(heap.at("/suspects/0/holder").asText()).isEqualTo("static com.acme.Sessions.ACTIVE");
    assertThat(json("histogram", dump).at("/classes/0/class").asText()).isEqualTo("byte[]");
    assertThat(json("dominators", dump).at("/biggest/0/retainedBytes").asLong()).isGreaterThan(50);
    assertThat(json("paths", dump, "--type=Session").get("instances").asInt()).isEqualTo(50);
    assertThat(json("compare", dump, later).at("/holders/0/growth").asInt()).isEqualTo(30);
  }

  private JsonNode json(Object... args) throws IOException {
    Object[] all = java.util.Arrays.copyOf(args, args.length + 1);
    all[args.length] = "--format=json";
    run(all);
    assertThat(exitCode).as(errors).isZero();
    return new ObjectMapper().readTree(output);
  }

  @Test
  void growth_over_both_limits_has_an_exit_code_and_a_sentence_of_its_own() throws IOException {
    Path base = sessions("a.hprof", 50);
    Path current = sessions("b.hprof", 80);
    run("compare", base, current, "--heap-growth=0.2", "--heap-growth-bytes=1000");
    assertThat(exitCode).isEqualTo(HeapMain.EXCEEDED);
    assertThat(errors)
        .matches(
            "The heap grew by 30\\.\\d+ KB \\(\\d+\\.\\d%\\), from \\d+\\.\\d+ KB to \\d+\\.\\d+ KB:"
                + " more than heapGrowthBytes 1,000 B and heapGrowth 20\\.0%\\. Most of it is held"
                + " by static com\\.acme\\.Sessions\\.ACTIVE\\.\n");
    assertThat(output).contains("  objects:  50 -> 80 x com.acme.Session, +60.0%\n");
  }

  @Test
  void growth_over_one_limit_only_is_tolerated() throws IOException {
    Path base = sessions("a.hprof", 50);
    Path current = sessions("b.hprof", 80);
    run("compare", base, current, "--heap-growth=0.2", "--heap-growth-bytes=1000000");
    assertThat(exitCode).isEqualTo(HeapMain.DONE);
    run("compare", base, current, "--heap-growth=20", "--heap-growth-bytes=1000");
    assertThat(exitCode).isEqualTo(HeapMain.DONE);
    assertThat(errors).isEmpty();
  }

  @Test
  void a_redacted_dump_can_be_analyzed() throws IOException {
    Path copy = directory.resolve("copy.hprof.gz");
    run("redact", sessions("a.hprof", 50), copy);
    assertThat(output).isEqualTo("Redacted: " + copy + "\n");
    run("analyze", copy);
    assertThat(output).contains("  holder:   static com.acme.Sessions.ACTIVE\n");
  }

  @ParameterizedTest
  @CsvSource({
    "analyse, There is no command 'analyse'.",
    "analyze, Call it as: analyze <dump>",
    "paths a, Call it as: paths <dump> --type <class>",
    "compare a, Call it as: compare <base> <current>...",
    "analyze a --top, --top needs a value.",
    "analyze a --top 0, '--top must be a whole number of at least 1, but is ''0''.'",
    "analyze a --topp 1, There is no option --topp.",
    "analyze a --format=xml, '--format must be text or json, but is ''xml''.'",
    "analyze a --type=, --type is empty: give a class such as com.acme.Session.",
    "analyze a --sample-index=x,"
        + " '--sample-index must be inuse_space or inuse_objects, but is ''x''.'",
    "compare a b --heap-growth=x, '--heap-growth must be a fraction such as 0.2, but is ''x''.'",
  })
  void a_wrong_call_is_one_sentence(String call, String sentence) {
    run((Object[]) call.split(" "));
    assertThat(errors).isEqualTo(sentence + MORE);
    assertThat(exitCode).isEqualTo(HeapMain.USAGE);
    assertThat(output).isEmpty();
  }

  @Test
  void without_arguments_it_tells_how_it_is_called() {
    run();
    assertThat(exitCode).isEqualTo(HeapMain.USAGE);
    assertThat(output).startsWith("Reads heap dumps (.hprof, .hprof.gz).\n");
    run("--help");
    assertThat(exitCode).isEqualTo(HeapMain.DONE);
  }

  @Test
  void a_file_that_is_not_there() {
    Path file = directory.resolve("none.hprof");
    run("analyze", file);
    assertThat(errors).isEqualTo("There is no file " + file + ".\n");
    assertThat(exitCode).isEqualTo(HeapMain.UNREADABLE);
  }

  @Test
  void a_file_that_is_no_dump() throws IOException {
    Path file = Files.writeString(directory.resolve("notes.txt"), "buy milk");
    run("histogram", file);
    assertThat(errors)
        .isEqualTo(
            file
                + ", byte 0: expected a heap dump, which begins with \"JAVA PROFILE 1.0.\"; make one"
                + " with jcmd <pid> GC.heap_dump <file>.\n");
    assertThat(exitCode).isEqualTo(HeapMain.UNREADABLE);
  }
}
