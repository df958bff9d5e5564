package io.github.memoryleak.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.memoryleak.Measured;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.FindingBuilder;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.rounds.Measurement;
import io.github.memoryleak.rounds.Measurement.Outcome;
import io.github.memoryleak.site.Creation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SiteFinderTest {
  private static final String TYPE = "java.lang.String";

  private static final Creation OF_THE_JDK = creation(40, "java.util.jar.Attributes");
  private static final Creation OF_THE_PROGRAM = creation(2, "java.io.File", "com.acme.Upload");
  private static final Creation OF_A_HELPER = creation(1, "com.acme.Helper");

  private static Creation creation(int objects, String... classes) {
    return new Creation(
        TYPE,
        objects,
        List.of(classes).stream()
            .map(name -> new StackTraceElement(name, "call", "File.java", 7))
            .toList());
  }

  @Test
  void what_the_program_made_comes_before_what_the_jdk_made_by_itself() {
    assertThat(SiteFinder.origin(TYPE, 2, 2, List.of(OF_THE_JDK, OF_THE_PROGRAM)))
        .contains(OF_THE_PROGRAM);
  }

  @Test
  void of_the_program_the_stack_that_made_most_counts() {
    assertThat(SiteFinder.origin(TYPE, 1, 3, List.of(OF_THE_PROGRAM, OF_A_HELPER)))
        .contains(OF_THE_PROGRAM);
  }

  @Test
  void a_stack_that_made_as_many_as_leak_comes_before_one_that_fills_a_cache_again() {
    Creation cache = creation(17, "com.acme.Cache");
    assertThat(SiteFinder.origin(TYPE, 1, 2, List.of(cache, OF_THE_PROGRAM)))
        .contains(OF_THE_PROGRAM);
    assertThat(SiteFinder.origin(TYPE, 1, 9, List.of(cache, OF_THE_PROGRAM))).contains(cache);
  }

  @Test
  void who_made_an_array_between_the_dumps_is_not_looked_for_again() throws Exception {
    Finding text = new FindingBuilder(Kind.HEAP, "logs", TYPE).perLoop(0, 113).build();
    Explanation explanation =
        new Explanation(List.of(), List.of(), 549, null, Set.of(), Map.of(), List.of(OF_A_HELPER));
    Measurement measured = new Measured(Outcome.LEAKING).bytes(TYPE, 113).build();
    SiteFinder finder = new SiteFinder(() -> fail("it runs again"), measured, explanation);
    SiteFinder.Sites sites = finder.locate(List.of(text));
    assertThat(sites.problem()).isNull();
    assertThat(sites.findings())
        .containsExactly(text.withSite(List.of("com.acme.Helper.call(File.java:7)")));
  }

  @Test
  void what_made_too_little_is_chance() {
    assertThat(SiteFinder.origin(TYPE, 2, 2, List.of(OF_THE_JDK, OF_A_HELPER)))
        .contains(OF_THE_JDK);
    assertThat(SiteFinder.origin(TYPE, 50, 50, List.of(OF_THE_JDK))).isEmpty();
  }
}
