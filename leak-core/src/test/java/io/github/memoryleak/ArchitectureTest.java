package io.github.memoryleak;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.github.memoryleak.growth.LawlessFixture;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packages know each other as drawn, and the core needs nothing but the JDK. */
@TestInstance(Lifecycle.PER_CLASS)
class ArchitectureTest {
  private static final String BASE = "io.github.memoryleak";

  /** A package, and which of the others it may know. */
  private static final Map<String, List<String>> ARROWS =
      Map.ofEntries(
          Map.entry("names", List.of()),
          Map.entry("census", List.of("names")),
          Map.entry("finding", List.of()),
          Map.entry("heap", List.of("report", "names")),
          Map.entry("heap.hprof", List.of()),
          Map.entry("heap.graph", List.of("heap.hprof")),
          Map.entry("heap.dominator", List.of("heap.graph", "heap.hprof")),
          Map.entry("heap.path", List.of("heap.graph", "heap.hprof")),
          Map.entry(
              "heap.inspect",
              List.of("heap.dominator", "heap.path", "heap.graph", "heap.hprof", "names")),
          Map.entry(
              "heap.growth",
              List.of("heap.inspect", "heap.path", "heap.graph", "heap.hprof", "names")),
          Map.entry("heap.redact", List.of("heap.hprof")),
          Map.entry(
              "heap.analysis", List.of("heap.growth", "heap.inspect", "heap.graph", "heap.hprof")),
          Map.entry(
              "heap.text",
              List.of("heap.analysis", "heap.growth", "heap.inspect", "heap.graph", "report")),
          Map.entry("growth", List.of("census")),
          Map.entry("rounds", List.of("census", "growth", "finding")),
          Map.entry("explain", List.of("rounds", "census", "growth", "heap", "finding", "site")),
          Map.entry(
              "judge",
              List.of("explain", "rounds", "census", "growth", "heap", "finding", "names")),
          Map.entry("report", List.of("finding")),
          Map.entry("site", List.of("census", "names")),
          Map.entry("recording", List.of("finding")));

  private static final String[] JDK = {
    "java..",
    "javax.management..",
    "com.sun.management..",
    "jdk.jfr..",
    "jdk.management..",
    "org.jspecify.annotations"
  };

  /** Not static: so many objects would slow down the censuses of other tests. */
  private final JavaClasses main =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(new ImportOption.DoNotIncludeJars())
          .importPackages(BASE);

  @Test
  void the_classes_are_found() {
    assertThat(main.contain(MemoryLeakDetector.class)).isTrue();
    assertThat(main.contain(ArchitectureTest.class)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void a_package_knows_only_what_lies_below(String name) {
    arrows(name).check(main);
  }

  @Test
  void the_base_knows_neither_the_driver_nor_the_recorder() {
    noClasses()
        .that()
        .resideInAPackage(BASE)
        .should()
        .dependOnClassesThat(resideInAnyPackage(in("junit"), in("recording")))
        .check(main);
  }

  @Test
  void the_driver_knows_the_base_and_what_it_measures_with_findings_reports_and_recordings() {
    noClasses()
        .that(resideInAPackage(in("junit")))
        .should()
        .dependOnClassesThat(
            ours()
                .and(
                    DescribedPredicate.not(
                        any(
                            BASE,
                            in("junit"),
                            in("rounds"),
                            in("explain"),
                            in("finding"),
                            in("report"),
                            in("recording")))))
        .check(main);
  }

  @Test
  void each_class_lies_in_a_known_package() {
    Stream<String> known =
        Stream.concat(Stream.of("junit", "junit.jupiter"), ARROWS.keySet().stream())
            .map(ArchitectureTest::in);
    classes()
        .should()
        .resideInAnyPackage(Stream.concat(Stream.of(BASE), known).toArray(String[]::new))
        .check(main);
  }

  @Test
  void packages_are_free_of_cycles() {
    slices().matching("io.github.(**)").should().beFreeOfCycles().check(main);
  }

  @Test
  void only_the_driver_sees_junit() {
    onlyTheDriverSeesJUnit().check(main);
  }

  @Test
  void the_core_needs_nothing_but_the_jdk() {
    onlyTheJdk().check(main);
  }

  @Test
  void the_driver_needs_nothing_but_the_jdk_and_the_junit_platform() {
    classes()
        .that(resideInAPackage(in("junit")))
        .and(DescribedPredicate.not(resideInAPackage(in("junit.jupiter"))))
        .should()
        .onlyDependOnClassesThat(ours().or(any(JDK)).or(any("org.junit.platform..")))
        .check(main);
  }

  @Test
  void the_annotations_know_the_base_and_what_tells_that_tests_are_measured() {
    noClasses()
        .that(resideInAPackage(in("junit.jupiter")))
        .should()
        .dependOnClassesThat(
            ours()
                .and(
                    DescribedPredicate.not(
                        any(
                            BASE,
                            in("junit"),
                            in("junit.jupiter"),
                            in("rounds"),
                            in("explain"),
                            in("finding")))))
        .check(main);
  }

  @Test
  void the_annotations_need_nothing_but_the_jdk_and_junit() {
    classes()
        .that(resideInAPackage(in("junit.jupiter")))
        .should()
        .onlyDependOnClassesThat(
            ours().or(any(JDK)).or(any("org.junit.platform..", "org.junit.jupiter.api..")))
        .check(main);
  }

  @Test
  void a_class_that_breaks_the_rules_is_found() {
    JavaClasses lawless = new ClassFileImporter().importClasses(LawlessFixture.class);
    for (ArchRule rule : List.of(arrows("growth"), onlyTheDriverSeesJUnit(), onlyTheJdk())) {
      assertThat(rule.evaluate(lawless).hasViolation()).as(rule.getDescription()).isTrue();
    }
  }

  static Stream<String> packages() {
    return ARROWS.keySet().stream().sorted();
  }

  private ArchRule arrows(String name) {
    String[] known =
        Stream.of(List.of(name), ARROWS.getOrDefault(name, List.of()))
            .flatMap(List::stream)
            .map(ArchitectureTest::in)
            .toArray(String[]::new);
    boolean planned = main.stream().noneMatch(c -> c.getPackageName().equals(BASE + "." + name));
    return noClasses()
        .that(resideInAPackage(in(name)))
        .should()
        .dependOnClassesThat(ours().and(DescribedPredicate.not(any(known))))
        .allowEmptyShould(planned);
  }

  private static ArchRule onlyTheDriverSeesJUnit() {
    return noClasses()
        .that(DescribedPredicate.not(any(in("junit"), in("junit.jupiter"))))
        .should()
        .dependOnClassesThat(resideInAPackage("org.junit.."));
  }

  private static ArchRule onlyTheJdk() {
    return classes()
        .that(DescribedPredicate.not(any(in("junit"), in("junit.jupiter"))))
        .should()
        .onlyDependOnClassesThat(ours().or(any(JDK)));
  }

  private static DescribedPredicate<JavaClass> ours() {
    return resideInAPackage(BASE + "..");
  }

  private static DescribedPredicate<JavaClass> any(String... packages) {
    return resideInAnyPackage(packages);
  }

  private static String in(String name) {
    return BASE + "." + name + "..";
  }
}
