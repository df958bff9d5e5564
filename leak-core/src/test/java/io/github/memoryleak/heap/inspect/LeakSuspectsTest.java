package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpArray;
import io.github.memoryleak.heap.dsl.DumpClass;
import io.github.memoryleak.heap.dsl.DumpInstance;
import io.github.memoryleak.heap.dsl.DumpObject;
import io.github.memoryleak.heap.dsl.GcRoot;
import io.github.memoryleak.heap.dsl.Type;
import io.github.memoryleak.heap.graph.RootKind;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeakSuspectsTest {
  private static final int SESSIONS = 500;
  private static final int SESSION_BYTES = 16;

  @TempDir Path folder;
  private final Dump dump = Dump.create();
  private final DumpClass session = dump.clazz("com.acme.Session").field("data", Type.OBJECT);

  @Test
  void a_map_that_fills_up_is_told_with_its_field_its_size_and_what_it_holds() throws IOException {
    DumpInstance map = dump.jdk().maps().hashMap(sessionsWithKeys());
    DumpClass sessions = dump.clazz("com.acme.Sessions").staticField("ACTIVE", map);

    Viewed viewed = Viewed.of(dump, folder);
    LeakSuspects suspects = suspects(viewed);

    assertThat(suspects.suspects()).hasSize(1);
    LeakSuspect suspect = suspects.suspects().get(0);
    assertThat(suspect.name()).isEqualTo("class com.acme.Sessions");
    assertThat(suspect.objects()).isEqualTo(1);
    assertThat(suspect.retainedBytes()).isEqualTo(viewed.retained(sessions));
    assertThat(suspect.share())
        .isEqualTo((double) viewed.retained(sessions) / suspects.liveBytes());
    Accumulation accumulation = suspect.accumulation();
    assertThat(accumulation.object()).isEqualTo(viewed.number(map));
    assertThat(accumulation.name()).isEqualTo("java.util.HashMap");
    assertThat(accumulation.elements()).isEqualTo(SESSIONS);
    assertThat(accumulation.retainedBytes()).isEqualTo(viewed.retained(map));
    assertThat(accumulation.holder()).isEqualTo(new Holder("com.acme.Sessions", "ACTIVE", true));
    assertThat(accumulation.path())
        .isEqualTo(
            new StrongPath(
                RootKind.SYSTEM_CLASS,
                null,
                List.of(
                    new PathStep("com.acme.Sessions", "ACTIVE", true, 1),
                    new PathStep("java.util.HashMap", "", false, 1))));
    assertThat(accumulation.contents())
        .containsExactly(
            new ClassTotal("com.acme.Session", SESSIONS, SESSIONS * SESSION_BYTES, SESSIONS * 136L),
            new ClassTotal("java.lang.Integer", SESSIONS, SESSIONS * 16L, SESSIONS * 16L));
  }

  @Test
  void an_inherited_field_is_named_with_the_class_that_declares_it() throws IOException {
    DumpInstance map = dump.jdk().maps().hashMap(sessionsWithKeys());
    DumpClass base = dump.clazz("com.acme.ManagerBase").field("sessions", Type.OBJECT);
    DumpClass manager = dump.clazz("com.acme.StandardManager").extending(base);
    dump.root(GcRoot.JNI_GLOBAL, dump.instance(manager).set("sessions", map));

    Accumulation accumulation = suspects(Viewed.of(dump, folder)).suspects().get(0).accumulation();

    assertThat(accumulation.holder())
        .isEqualTo(new Holder("com.acme.ManagerBase", "sessions", false));
    assertThat(accumulation.path().steps())
        .containsExactly(
            new PathStep("com.acme.ManagerBase", "sessions", false, 1),
            new PathStep("java.util.HashMap", "", false, 1));
  }

  @Test
  void a_chain_of_nodes_counts_as_one_object() throws IOException {
    DumpClass node =
        dump.clazz("com.acme.Node").field("next", Type.OBJECT).field("data", Type.OBJECT);
    DumpInstance first = chain(node);
    DumpClass queue = dump.clazz("com.acme.Queue").field("head", Type.OBJECT);
    dump.root(GcRoot.JNI_GLOBAL, dump.instance(queue).set("head", first));

    LeakSuspects suspects = suspects(Viewed.of(dump, folder));

    assertThat(suspects.suspects()).extracting(LeakSuspect::name).containsExactly("com.acme.Queue");
    Accumulation accumulation = suspects.suspects().get(0).accumulation();
    assertThat(accumulation.name()).isEqualTo("com.acme.Node");
    assertThat(accumulation.holder()).isEqualTo(new Holder("com.acme.Queue", "head", false));
    assertThat(accumulation.elements()).isEqualTo(-1);
    assertThat(accumulation.contents())
        .containsExactly(new ClassTotal("byte[]", SESSIONS, SESSIONS * 120L, SESSIONS * 120L));
  }

  @Test
  void two_large_branches_are_two_suspects() throws IOException {
    DumpClass server =
        dump.clazz("com.acme.Server").field("users", Type.OBJECT).field("log", Type.OBJECT);
    DumpInstance users = dump.jdk().maps().concurrentHashMap(sessionsWithKeys());
    DumpInstance log = dump.jdk().collections().arrayList(sessions());
    dump.root(GcRoot.JNI_GLOBAL, dump.instance(server).set("users", users).set("log", log));

    LeakSuspects suspects = suspects(Viewed.of(dump, folder));

    assertThat(suspects.suspects())
        .extracting(LeakSuspect::name, s -> s.accumulation().holder())
        .containsExactly(
            tuple(
                "java.util.concurrent.ConcurrentHashMap",
                new Holder("com.acme.Server", "users", false)),
            tuple("java.util.ArrayList", new Holder("com.acme.Server", "log", false)));
  }

  @Test
  void a_tree_of_pages_counts_as_one_object() throws IOException {
    DumpClass page = dump.clazz("com.acme.Page").field("children", Type.OBJECT);
    DumpInstance[] lower = new DumpInstance[4];
    for (int i = 0; i < lower.length; i++) {
      lower[i] = dump.instance(page).set("children", dump.arrayOf(session, fifty()));
    }
    DumpInstance root = dump.instance(page).set("children", dump.arrayOf(page, lower));
    dump.clazz("com.acme.Index").staticField("ROOT", root);

    LeakSuspects suspects = suspects(Viewed.of(dump, folder));

    assertThat(suspects.suspects())
        .extracting(LeakSuspect::name)
        .containsExactly("class com.acme.Index");
    Accumulation accumulation = suspects.suspects().get(0).accumulation();
    assertThat(accumulation.name()).isEqualTo("com.acme.Page");
    assertThat(accumulation.holder()).isEqualTo(new Holder("com.acme.Index", "ROOT", true));
    assertThat(accumulation.contents().get(0))
        .isEqualTo(new ClassTotal("com.acme.Session", 200, 200 * SESSION_BYTES, 200 * 136L));
  }

  @Test
  void a_map_in_a_map_is_told_apart() throws IOException {
    DumpInstance inner = dump.jdk().maps().hashMap(sessionsWithKeys());
    DumpInstance outer = dump.jdk().maps().hashMap(dump.jdk().integer(1), inner);
    dump.clazz("com.acme.Regions").staticField("BY_NAME", outer);

    Viewed viewed = Viewed.of(dump, folder);

    assertThat(suspects(viewed).suspects())
        .extracting(s -> s.accumulation().object())
        .containsExactly(viewed.number(inner));
  }

  @Test
  void a_large_object_below_one_that_holds_much_else_is_a_suspect_of_its_own() throws IOException {
    DumpArray slots = dump.array(dump.objectClass(), 31);
    for (int i = 0; i < 30; i++) {
      slots.set(i, dump.array(dump.clazz("com.acme.Type" + i), 500));
    }
    slots.set(30, dump.bytes(new byte[20_000]));
    dump.clazz("com.acme.Mixed").staticField("ALL", slots);

    assertThat(suspects(Viewed.of(dump, folder)).suspects())
        .extracting(LeakSuspect::name, LeakSuspect::retainedBytes)
        .containsExactly(tuple("byte[]", 20_016L));
  }

  @Test
  void many_small_objects_of_one_class_below_the_roots_are_one_suspect() throws IOException {
    Stream.of(sessions()).forEach(s -> dump.root(GcRoot.JNI_GLOBAL, s));

    LeakSuspects suspects = suspects(Viewed.of(dump, folder));

    assertThat(suspects.suspects()).hasSize(1);
    LeakSuspect suspect = suspects.suspects().get(0);
    assertThat(suspect.name()).isEqualTo("com.acme.Session");
    assertThat(suspect.objects()).isEqualTo(SESSIONS);
    assertThat(suspect.retainedBytes()).isEqualTo(SESSIONS * 136L);
    assertThat(suspect.accumulation().path().root()).isEqualTo(RootKind.JNI_GLOBAL);
    assertThat(suspect.accumulation().holder())
        .isEqualTo(new Holder("com.acme.Session", "", false));
    assertThat(suspect.accumulation().contents())
        .containsExactly(new ClassTotal("byte[]", SESSIONS, SESSIONS * 120L, SESSIONS * 120L));
  }

  @Test
  void small_objects_next_to_a_big_one_are_a_suspect_beside_it() throws IOException {
    DumpArray slots = dump.array(dump.objectClass(), SESSIONS + 1);
    DumpObject[] sessions = sessions();
    IntStream.range(0, SESSIONS).forEach(i -> slots.set(i, sessions[i]));
    slots.set(SESSIONS, dump.bytes(new byte[40_000]));
    dump.clazz("com.acme.Mixed").staticField("ALL", slots);

    LeakSuspects suspects = suspects(Viewed.of(dump, folder));

    assertThat(suspects.suspects())
        .extracting(LeakSuspect::name, LeakSuspect::objects, LeakSuspect::retainedBytes)
        .containsExactly(
            tuple("com.acme.Session", 500L, SESSIONS * 136L), tuple("byte[]", 1L, 40_016L));
    assertThat(suspects.suspects().get(0).accumulation().elements()).isEqualTo(SESSIONS + 1);
  }

  @Test
  void a_heap_that_nothing_dominates_has_no_suspect() throws IOException {
    for (int i = 0; i < 100; i++) {
      DumpClass own = dump.clazz("com.acme.Small" + i);
      own.staticField("DATA", dump.bytes(new byte[100]));
    }

    assertThat(suspects(Viewed.of(dump, folder)).suspects()).isEmpty();
  }

  @Test
  void a_share_that_makes_no_sense_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SuspectLimits(0, 10, 5))
        .withMessage("The share of a suspect must be above 0 and at most 1, but is 0.0.");
  }

  private static LeakSuspects suspects(Viewed viewed) {
    return LeakSuspects.of(viewed.view(), SuspectLimits.DEFAULT, HeapProgress.NONE);
  }

  private DumpInstance chain(DumpClass node) {
    DumpInstance next = dump.instance(node).set("data", dump.bytes(new byte[100]));
    for (int i = 1; i < SESSIONS; i++) {
      next = dump.instance(node).set("next", next).set("data", dump.bytes(new byte[100]));
    }
    return next;
  }

  private DumpObject[] fifty() {
    return IntStream.range(0, 50).mapToObj(i -> session()).toArray(DumpObject[]::new);
  }

  private DumpObject[] sessions() {
    return IntStream.range(0, SESSIONS).mapToObj(i -> session()).toArray(DumpObject[]::new);
  }

  private DumpObject[] sessionsWithKeys() {
    return IntStream.range(0, SESSIONS)
        .boxed()
        .flatMap(i -> Stream.of(dump.jdk().integer(i), session()))
        .toArray(DumpObject[]::new);
  }

  private DumpInstance session() {
    return dump.instance(session).set("data", dump.bytes(new byte[100]));
  }
}
