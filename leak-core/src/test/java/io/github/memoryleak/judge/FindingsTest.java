package io.github.memoryleak.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.memoryleak.explain.Explanation;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Fingerprint;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.Owner;
import io.github.memoryleak.finding.State;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.growth.Trend;
import io.github.memoryleak.heap.growth.GrownHolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsTest extends FindingsFixture {
  @Test
  void nothing_that_grows_is_no_finding() {
    assertThat(findings()).isEmpty();
  }

  @Test
  void types_that_grow_together_are_one_finding() {
    measured.type("byte[]", 1, 48).type(APPLICATION, 1, 24).type("java.lang.String", 1, 24);
    Finding finding = onlyFinding();
    assertThat(finding.kind()).isEqualTo(Kind.HEAP);
    assertThat(finding.subject()).isEqualTo(SUBJECT);
    assertThat(finding.type()).isEqualTo(APPLICATION);
    assertThat(finding.countPerLoop()).isEqualTo(1);
    assertThat(finding.bytesPerLoop()).isEqualTo(96);
    assertThat(finding.owner()).isEqualTo(Owner.APPLICATION);
    assertThat(finding.state()).isEqualTo(State.HELD);
    assertThat(finding.status()).isEqualTo(Status.NEW);
    assertThat(finding.fingerprint()).isEqualTo(Fingerprint.of("HEAP", SUBJECT, APPLICATION));
    assertThat(finding.retainedBytes()).isNull();
    assertThat(finding.holder()).isNull();
    assertThat(finding.growing()).hasSize(3).first().isEqualTo(grown(APPLICATION, 1, 24));
  }

  @Test
  void the_applications_class_is_named_before_the_tests_and_a_librarys_and_the_jdks() {
    measured
        .type("java.util.HashMap$Node", 1, 32)
        .type("java.lang.ref.WeakReference", 1, 48)
        .type(LIBRARY, 1, 16)
        .type("byte[]", 1, 5000)
        .type(APPLICATION, 1, 16);
    assertThat(onlyFinding().type()).isEqualTo(APPLICATION);
  }

  @Test
  void a_class_of_the_test_is_named_before_those_of_the_jdk() {
    measured.type("byte[]", 1, 5000).type(OF_TEST, 1, 16).type("java.util.HashMap$Node", 1, 32);
    assertThat(onlyFinding().type()).isEqualTo(OF_TEST);
  }

  @Test
  void the_class_of_a_library_belongs_to_the_library() {
    measured.type("byte[]", 1, 5000).type(LIBRARY, 1, 16);
    assertThat(onlyFinding().type()).isEqualTo(LIBRARY);
    assertThat(onlyFinding().owner()).isEqualTo(Owner.LIBRARY);
  }

  @Test
  void the_class_of_the_test_framework_belongs_to_the_test_infrastructure() {
    measured.type("byte[]", 1, 5000).type("org.junit.jupiter.engine.Anything", 1, 16);
    assertThat(onlyFinding().type()).isEqualTo("org.junit.jupiter.engine.Anything");
    assertThat(onlyFinding().owner()).isEqualTo(Owner.TEST_INFRASTRUCTURE);
  }

  @Test
  void of_equal_classes_the_one_with_most_bytes_is_named() {
    measured.type("java.util.Date", 3, 24).type("java.util.Calendar", 1, 900);
    assertThat(onlyFinding().type()).isEqualTo("java.util.Calendar");
    assertThat(onlyFinding().growing())
        .extracting(GrowingType::type)
        .containsExactly("java.util.Calendar", "java.util.Date");
  }

  @Test
  void only_what_is_steady_is_proven() {
    measured.type(APPLICATION, Trend.SLOWING, 1, 24).type("byte[]", 1, 48);
    assertThat(onlyFinding().type()).isEqualTo("byte[]");
    assertThat(onlyFinding().growing()).hasSize(1);
    assertThat(Findings.of(SUBJECT, measured.build(), false, Explanation.NONE).get(0).growing())
        .hasSize(2);
  }

  @Test
  void classes_that_stay_without_a_loader_of_their_own_are_told_by_their_names() {
    measured
        .type("java.lang.Class", 2, 240)
        .type("java.lang.invoke.MethodType", 1, 40)
        .loadedClasses("com.acme.Script%d", "com.acme.Script%d", "java.lang.Once");
    assertThat(onlyFinding().kind()).isEqualTo(Kind.METASPACE);
    assertThat(onlyFinding().type()).isEqualTo("com.acme.Script%d");
    assertThat(onlyFinding().countPerLoop()).isEqualTo(2);
  }

  @Test
  void classes_are_held_by_what_keeps_them_and_by_nothing_that_only_grows_with_them() {
    measured
        .type("java.lang.Class", 1, 120)
        .type("java.lang.ref.SoftReference", 1, 40)
        .type("com.acme.Script%d", 1, 16)
        .loadedClasses("com.acme.Script%d", "com.acme.Script%d");
    explained(holder("ThreadLocal of thread main", "java.lang.ref.SoftReference"));
    assertThat(onlyFinding().kind()).isEqualTo(Kind.METASPACE);
    assertThat(onlyFinding().holder()).isNull();
    explained(
        holder("ThreadLocal of thread main", "java.lang.ref.SoftReference"),
        holder("static com.acme.Rules.COMPILED", "com.acme.Script%d"));
    assertThat(onlyFinding().holder()).isEqualTo("static com.acme.Rules.COMPILED");
    explained(
        holder("ThreadLocal of thread main", "java.lang.ref.SoftReference"),
        holder("com.acme.Cache.classes", "java.lang.Class"));
    assertThat(onlyFinding().holder()).isEqualTo("com.acme.Cache.classes");
  }

  @Test
  void classes_are_held_by_what_keeps_an_object_of_each() {
    measured
        .type("java.lang.Class", 1, 120)
        .type("com.acme.Rule", 1, 16)
        .loadedClasses("Script_%d_%d", "Script_%d_%d");
    Map<String, Long> growth = new LinkedHashMap<>(Map.of("com.acme.Rule", 20L));
    explained(holder("static com.acme.Rules.COMPILED", "com.acme.Rule", growth));
    assertThat(onlyFinding().holder()).isNull();
    for (int i = 0; i < 20; i++) {
      growth.put("Script_1795972566284_" + (11199 + i), 1L);
    }
    explained(holder("static com.acme.Rules.COMPILED", "com.acme.Rule", growth));
    assertThat(onlyFinding().holder()).isEqualTo("static com.acme.Rules.COMPILED");
  }

  @Test
  void long_lists_are_cut() {
    for (int i = 0; i < 100; i++) {
      measured.type("java.util.Type" + i, 1, 24);
    }
    assertThat(onlyFinding().growing()).hasSizeBetween(10, 50);
    assertThat(onlyFinding().bytesPerLoop()).isEqualTo(2400);
  }

  @Test
  void a_holder_gives_the_finding_its_path_and_what_it_retains() {
    measured.type(APPLICATION, 1, 24).type("java.util.HashMap$Node", 1, 32);
    explained(holder("static com.acme.Sessions.ACTIVE", APPLICATION, "java.util.HashMap$Node"));
    assertThat(onlyFinding().holder()).isEqualTo("static com.acme.Sessions.ACTIVE");
    assertThat(onlyFinding().path())
        .containsExactly("static com.acme.Sessions.ACTIVE", "java.util.HashMap", APPLICATION);
    assertThat(onlyFinding().retainedBytes()).isEqualTo(4000);
    assertThat(onlyFinding().retainedBytesPerLoop()).isEqualTo(100);
    assertThat(onlyFinding().countPerLoop()).isEqualTo(1);
    assertThat(onlyFinding().bytesPerLoop()).isEqualTo(56);
  }

  @Test
  void two_holders_are_two_findings() {
    measured.type(APPLICATION, 1, 24).type("int[]", 1, 56).type("java.util.HashMap$Node", 1, 32);
    explained(
        holder("static com.acme.Sessions.ACTIVE", APPLICATION, "java.util.HashMap$Node"),
        holder("com.acme.Cache.pages", "int[]"));
    assertThat(findings())
        .extracting(Finding::holder, Finding::type)
        .containsExactly(
            tuple("static com.acme.Sessions.ACTIVE", APPLICATION),
            tuple("com.acme.Cache.pages", "int[]"));
  }

  @Test
  void a_holder_of_what_does_not_grow_in_the_census_comes_last() {
    measured.type("java.lang.String", 1, 24).type("byte[]", 1, 24);
    explained(
        holder("java.util.logging.Loggers.named", "java.util.logging.Weak", "java.lang.String"),
        holder("static com.acme.History.ORDERS", "java.lang.String", "byte[]"));
    assertThat(onlyFinding().holder()).isEqualTo("static com.acme.History.ORDERS");
  }

  @Test
  void a_holder_that_accounts_for_all_of_the_growth_comes_first() {
    measured.type("java.lang.String", 1, 24).type("byte[]", 1, 24);
    GrownHolder all = holder("ThreadLocal of thread worker", "java.lang.String", "byte[]");
    explained(
        new GrownHolder(
            "java.util.logging.LogManager$LogNode.children",
            all.path(),
            all.type(),
            List.of(17L),
            2000,
            9000,
            17,
            Map.of("java.lang.String", 17L),
            List.of(),
            false,
            List.of()),
        all);
    assertThat(onlyFinding().holder()).isEqualTo("ThreadLocal of thread worker");
  }

  @Test
  void the_list_of_cleaners_holds_nothing_that_is_held_elsewhere() {
    measured
        .type("java.util.zip.ZipFile", 1, 40)
        .type("jdk.internal.ref.CleanerImpl$PhantomCleanableRef", 2, 96);
    explained(
        holder(
            "jdk.internal.ref.CleanerImpl$CleanableList$Node.arr",
            "jdk.internal.ref.CleanerImpl$PhantomCleanableRef",
            "java.util.zip.ZipFile"),
        holder("static com.acme.Archives.OPEN", "java.util.zip.ZipFile"));
    assertThat(onlyFinding().holder()).isEqualTo("static com.acme.Archives.OPEN");
    assertThat(onlyFinding().type()).isEqualTo("java.util.zip.ZipFile");
  }

  @Test
  void what_no_holder_explains_stays_a_finding_when_it_is_of_the_program() {
    measured.type(APPLICATION, 1, 24).type("int[]", 1, 56);
    explained(holder("com.acme.Cache.pages", "int[]"));
    assertThat(findings())
        .extracting(Finding::holder, Finding::type)
        .containsExactly(tuple("com.acme.Cache.pages", "int[]"), tuple(null, APPLICATION));
  }

  @Test
  void what_no_holder_explains_joins_the_finding_when_it_is_of_the_jdk() {
    measured.type(APPLICATION, 1, 24).type("byte[]", 0.1, 6);
    explained(holder("static com.acme.Sessions.ACTIVE", APPLICATION));
    assertThat(onlyFinding().growing()).hasSize(2);
    assertThat(onlyFinding().bytesPerLoop()).isEqualTo(30);
  }

  @Test
  void noise_that_has_a_type_in_common_with_a_leak_is_no_finding() {
    measured.type(APPLICATION, 1, 24).type("byte[]", 1, 24);
    explained(
        holder("static com.acme.Sessions.ACTIVE", APPLICATION, "byte[]"),
        holder("java.util.logging.LogManager$LoggerWeakRef.node", "byte[]"));
    assertThat(onlyFinding().holder()).isEqualTo("static com.acme.Sessions.ACTIVE");
  }

  @Test
  void noise_beside_a_buffer_that_grows_is_no_finding() {
    measured.type("byte[]", 0.01, 50);
    GrownHolder buffer = holder("static com.acme.Journal.LINES", "byte[]");
    explained(
        new GrownHolder(
            buffer.holder(),
            buffer.path(),
            buffer.type(),
            List.of(0L),
            1000,
            4000,
            1,
            Map.of("byte[]", 0L),
            List.of(),
            false,
            List.of()),
        holder("java.util.logging.LogManager$LogNode.children", "java.lang.String", "byte[]"));
    assertThat(onlyFinding().holder()).isEqualTo("static com.acme.Journal.LINES");
    assertThat(onlyFinding().retainedBytesPerLoop()).isEqualTo(50);
  }

  @Test
  void two_holders_of_the_same_type_are_two_findings() {
    measured.type(APPLICATION, 2, 48);
    explained(
        holder("static com.acme.Sessions.ACTIVE", APPLICATION),
        holder("com.acme.Cache.pages", APPLICATION));
    assertThat(findings())
        .extracting(Finding::holder, Finding::countPerLoop)
        .containsExactly(
            tuple("static com.acme.Sessions.ACTIVE", 1.0), tuple("com.acme.Cache.pages", 1.0));
  }

  @Test
  void what_only_soft_references_hold_explains_nothing() {
    measured.type(APPLICATION, 1, 24);
    GrownHolder hard = holder("static com.acme.Sessions.CACHE", APPLICATION);
    explained(
        new GrownHolder(
            hard.holder(),
            hard.path(),
            hard.type(),
            hard.objectGrowth(),
            hard.shallowGrowth(),
            hard.retained(),
            hard.objects(),
            hard.typeGrowth(),
            hard.alsoHeldBy(),
            true,
            List.of()));
    assertThat(onlyFinding().holder()).isNull();
  }

  @Test
  void a_collection_that_is_accumulated_is_the_type() {
    measured.type(APPLICATION, 1, 24).type("java.util.HashMap", 1, 48);
    explained(holder("com.acme.Proxies.delegates", "java.util.HashMap", APPLICATION));
    assertThat(onlyFinding().type()).isEqualTo("java.util.HashMap");
  }

  @Test
  void a_collection_that_each_of_what_leaks_has_is_not_the_type() {
    measured
        .type("com.acme.Context", 1, 56)
        .type("java.util.ArrayList", 1, 24)
        .type("com.acme.Worker", 1, 16);
    explained(
        holder(
            "com.acme.Context.dependents",
            "java.util.ArrayList",
            "com.acme.Context",
            "com.acme.Worker"));
    assertThat(onlyFinding().type()).isEqualTo("com.acme.Context");
    assertThat(onlyFinding().holder()).isEqualTo("com.acme.Context.dependents");
  }

  @Test
  void what_the_jdk_wraps_is_the_type() {
    measured.type(APPLICATION, 1, 24).type("com.sun.jmx.mbeanserver.NamedObject", 1, 24);
    explained(
        holder(
            "com.sun.jmx.mbeanserver.Repository.domainTb",
            "com.sun.jmx.mbeanserver.NamedObject",
            APPLICATION));
    assertThat(onlyFinding().type()).isEqualTo(APPLICATION);
  }

  @Test
  void the_fingerprint_is_that_of_the_holder() {
    measured.type(APPLICATION, 1, 24);
    explained(holder("static com.acme.Sessions.ACTIVE", APPLICATION));
    assertThat(onlyFinding().fingerprint())
        .isEqualTo(Fingerprint.of("HEAP", "static com.acme.Sessions.ACTIVE", APPLICATION));
  }

  /** A jar that happens to be opened between the dumps may have as many bytes as are due. */
  @Test
  void of_arrays_that_grow_in_bytes_alone_the_one_that_grew_most_is_named() {
    measured.bytes("byte[]", 100);
    explained(
        array("static com.acme.Journal.LINES", 5000, 0),
        array("java.util.zip.ZipFile$Source.cen", 2000, 1));
    assertThat(onlyFinding().holder()).isEqualTo("static com.acme.Journal.LINES");
  }

  private static GrownHolder array(String field, long grown, long objects) {
    return new GrownHolder(
        field,
        List.of(field, "byte[]"),
        "byte[]",
        List.of(objects),
        grown,
        grown,
        1,
        Map.of("byte[]", objects),
        List.of(),
        false,
        List.of());
  }
}
