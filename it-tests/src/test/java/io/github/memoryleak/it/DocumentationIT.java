package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.memoryleak.LeakThresholds;
import io.github.memoryleak.ResourceLimits;
import io.github.memoryleak.finding.Advice;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Interval;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.KnownLeaks;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Owner;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.State;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.ThreadTrace;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.maven.Suppression;
import io.github.memoryleak.maven.Thresholds;
import io.github.memoryleak.report.JsonReport;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation says what the code does: parameters, fields, packages, examples, links. */
class DocumentationIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final MarkdownPage README = page("README.md");
  private static final MarkdownPage USER_GUIDE = page("docs/user-guide.md");
  private static final MarkdownPage REPORTS = page("docs/how-to-read-a-report.md");
  private static final MarkdownPage API = page("docs/api.md");
  private static final Path EXAMPLES =
      ROOT.resolve(
          "leak-core/src/test/java/io/github/memoryleak/examples/DocumentationExamplesTest.java");

  private static final Pattern OUR_PLUGIN =
      Pattern.compile("<plugin>\\s*<groupId>io\\.github\\.memoryleak<.*?</plugin>", Pattern.DOTALL);

  @Test
  void the_stanza_of_the_readme_measures() throws IOException {
    MavenRun project = MavenRun.of("quickstart");
    Path pom = project.directory().resolve("pom.xml");
    String stanza = README.block("xml", 0);
    Matcher own = OUR_PLUGIN.matcher(Files.readString(pom));
    Files.writeString(pom, own.replaceFirst(Matcher.quoteReplacement(stanza)));
    MavenResult build = project.run("leak:test", "-Dleak.test=CartTest");
    assertThat(build.subjects()).as(build.output()).containsExactly("PASS com.acme.shop.CartTest");
    assertThat(stanza).contains("<version>" + Settings.leakVersion() + "</version>");
  }

  @Test
  void the_architecture_page_has_every_package() throws IOException {
    MarkdownPage page = page("docs/architecture.md");
    assertThat(page.rows("| package | holds | may know |").stream().map(row -> row.get(0)))
        .containsExactlyInAnyOrderElementsOf(packages("leak-core", "io/github/memoryleak"));
    assertThat(page.rows("| package | holds |").stream().map(row -> row.get(0)))
        .containsExactlyInAnyOrderElementsOf(
            packages("memory-leak-maven-plugin", "io/github/memoryleak/maven"));
  }

  /** The packages of a module, named as on the page. */
  private static List<String> packages(String module, String base) throws IOException {
    Path root = ROOT.resolve(module).resolve("src/main/java").resolve(base);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.endsWith("package-info.java"))
          .map(file -> root.relativize(file.getParent()).toString().replace('/', '.'))
          .map(name -> name.isEmpty() ? "(base)" : name)
          .toList();
    }
  }

  @Test
  void ci_runs_the_test_command_of_the_readme() throws IOException {
    Path run = ROOT.resolve(".ci/run");
    assertThat(Files.readAllLines(run).stream().filter(line -> line.startsWith("mvn ")))
        .containsExactly(README.block("sh", 1));
    assertThat(run).isExecutable();
  }

  @Test
  void the_user_guide_has_every_parameter() {
    assertThat(USER_GUIDE.rows("| element | property | default | meaning |"))
        .containsExactlyInAnyOrderElementsOf(GoalDescriptor.of("test").parameters());
  }

  @ParameterizedTest
  @ValueSource(strings = {"heap", "profile", "analyze", "benchmark", "compare", "clean", "watch"})
  void the_user_guide_has_every_parameter_of_the_goals_for_profiles(String goal) {
    String header = "| element of `leak:" + goal + "` | property | default | meaning |";
    assertThat(USER_GUIDE.rows(header))
        .containsExactlyInAnyOrderElementsOf(GoalDescriptor.of(goal).parameters());
  }

  @Test
  void the_user_guide_has_what_a_check_has_beside_the_parameters_of_a_test() {
    List<List<String>> own = new ArrayList<>(GoalDescriptor.of("check").parameters());
    own.removeAll(GoalDescriptor.of("test").parameters());
    assertThat(USER_GUIDE.rows("| element of `leak:check` | property | default | meaning |"))
        .containsExactlyInAnyOrderElementsOf(own);
  }

  @Test
  void the_user_guide_has_every_threshold() {
    LeakThresholds normal = LeakThresholds.normal();
    ResourceLimits others = normal.others();
    List<List<String>> rows = USER_GUIDE.rows("| element | default | meaning |");
    assertThat(rows)
        .containsExactly(
            List.of("<preset>", "normal"),
            List.of("<heapGrowth>", percent(normal)),
            List.of("<heapGrowthBytes>", mebibytes(normal)),
            List.of("<threadGrowth>", "" + normal.threadGrowth()),
            List.of("<heapBytesPerLoop>", "" + normal.heapBytesPerLoop()),
            List.of("<threadsPerLoop>", "" + Math.round(normal.threadsPerLoop())),
            List.of("<classLoadersPerLoop>", "" + Math.round(others.classLoadersPerLoop())),
            List.of("<classesPerLoop>", "" + Math.round(others.classesPerLoop())),
            List.of("<fileDescriptorsPerLoop>", "" + Math.round(others.fileDescriptorsPerLoop())),
            List.of("<directBufferBytesPerLoop>", "" + others.directBufferBytesPerLoop()),
            List.of("<nativeBytesPerLoop>", "" + others.nativeBytesPerLoop()));
    assertThat(rows.stream().map(row -> row.get(0)))
        .containsExactlyInAnyOrderElementsOf(elements(Thresholds.class));
  }

  private static List<String> elements(Class<?> configuration) {
    return Arrays.stream(configuration.getDeclaredFields())
        .filter(field -> !field.isSynthetic())
        .map(field -> "<" + field.getName() + ">")
        .toList();
  }

  @Test
  void the_user_guide_has_every_element_of_a_suppression() {
    assertThat(
            USER_GUIDE.rows("| element of `<suppression>` | meaning |").stream()
                .map(row -> row.get(0)))
        .containsExactlyInAnyOrderElementsOf(elements(Suppression.class));
  }

  @Test
  void the_configurations_of_the_user_guide_have_elements_that_are_known() {
    Set<String> known = new TreeSet<>(elements(Thresholds.class));
    known.addAll(elements(Suppression.class));
    GoalDescriptor.of("test").parameters().forEach(row -> known.add(row.get(0)));
    known.addAll(List.of("<configuration>", "<suppression>"));
    assertThat(USER_GUIDE.blocks("xml"))
        .hasSize(2)
        .allSatisfy(
            block ->
                assertThat(known)
                    .containsAll(
                        Pattern.compile("<\\w+>")
                            .matcher(block)
                            .results()
                            .map(MatchResult::group)
                            .toList()));
  }

  @Test
  void the_known_leak_of_the_user_guide_can_be_read() throws IOException {
    Finding.Holding held =
        new Finding.Holding("static com.acme.Sessions.ACTIVE", List.of(), null, null);
    Finding leak = finding().toBuilder().holding(held).advice(null).build();
    KnownLeaks known = KnownLeaks.read("known.txt", new StringReader(USER_GUIDE.block("text", 0)));
    assertThat(known.advise(leak).advice())
        .isEqualTo(
            new Advice(
                "A session stays until it is closed.",
                "Use the session in a try with resources.",
                "https://wiki.acme.example/sessions"));
  }

  @Test
  void the_user_guide_has_every_preset() {
    assertThat(USER_GUIDE.rows("| preset | heap growth | and at least | threads |"))
        .containsExactly(preset("strict"), preset("normal"), preset("permissive"));
  }

  @Test
  void every_field_of_the_json_report_is_explained() throws IOException {
    Set<String> written = new TreeSet<>();
    addFields("", new ObjectMapper().readTree(JsonReport.toJson(full())), written);
    assertThat(REPORTS.rows("| field | meaning |").stream().map(row -> row.get(0)))
        .containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void the_examples_of_the_api_are_compiled() throws IOException {
    Set<String> compiled =
        Pattern.compile("(?m)^ *// doc: \\w+\\n([\\s\\S]*?)^ *// end$")
            .matcher(Files.readString(EXAMPLES))
            .results()
            .map(found -> found.group(1).stripTrailing().stripIndent())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(new TreeSet<>(API.blocks("java"))).isNotEmpty().isEqualTo(compiled);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_link_leads_somewhere(Path page) {
    assertThat(MarkdownPage.of(page).brokenLinks()).isEmpty();
  }

  static Stream<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (Path folder : List.of(ROOT, ROOT.resolve("docs"))) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
      }
    }
    return pages.stream().sorted();
  }

  private static MarkdownPage page(String path) {
    return MarkdownPage.of(ROOT.resolve(path));
  }

  private static List<String> preset(String name) {
    LeakThresholds preset = LeakThresholds.preset(name);
    return List.of(name, percent(preset), mebibytes(preset), "" + preset.threadGrowth());
  }

  private static String percent(LeakThresholds thresholds) {
    return Math.round(100 * thresholds.heapGrowth()) + "%";
  }

  private static String mebibytes(LeakThresholds thresholds) {
    return (thresholds.heapGrowthBytes() >> 20) + " MiB";
  }

  /** Fields as in {@code findings[].growing[].type}; an object that has fields is none itself. */
  private static void addFields(String path, JsonNode node, Set<String> fields) {
    if (node.isObject()) {
      String prefix = path.isEmpty() ? "" : path + ".";
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        addFields(prefix + field.getKey(), field.getValue(), fields);
      }
    } else if (node.isArray() && node.get(0).isObject()) {
      node.forEach(item -> addFields(path + "[]", item, fields));
    } else {
      fields.add(path);
    }
  }

  /** A report with one of everything. */
  private static LeakReport full() {
    Change change = new Change(1, 2);
    return new LeakReport(
        Verdict.LEAK,
        new LeakReport.Environment(
            "17",
            "jvm",
            "G1",
            "2026-01-01T00:00:00Z",
            1,
            List.of(new LeakReport.ForeignThreads("Surefire", 1))),
        List.of(new SubjectResult("subject", Verdict.LEAK, null, 3, 28, change, change, 1)),
        List.of(finding()),
        List.of(new Problem("subject", Problem.Type.HUNG, "message", List.of("line"))),
        List.of("note"));
  }

  private static Finding finding() {
    return new Finding(
        Kind.THREAD,
        "subject",
        "type",
        1,
        16,
        null,
        null,
        null,
        List.of("step"),
        List.of("frame"),
        State.HELD,
        Owner.APPLICATION,
        "fingerprint",
        Status.NEW,
        List.of(new GrowingType("type", 1, 16, 1, 16)),
        List.of(new ThreadTrace("name", "type", "WAITING", true, List.of("frame"))),
        new Advice("cause", "remedy", "reference"),
        "com.acme:pool:1.0",
        new Interval(12, 20));
  }
}
