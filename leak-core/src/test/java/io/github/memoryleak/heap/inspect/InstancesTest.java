package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpClass;
import io.github.memoryleak.heap.dsl.DumpInstance;
import io.github.memoryleak.heap.dsl.GcRoot;
import io.github.memoryleak.heap.dsl.Type;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstancesTest {
  @TempDir Path folder;
  private final Dump dump = Dump.create();
  private final DumpClass session =
      dump.clazz("com.acme.Session").field("parent", Type.OBJECT).field("data", Type.OBJECT);

  @Test
  void paths_of_the_same_classes_and_fields_are_merged() throws IOException {
    DumpInstance first = dump.jdk().collections().arrayList(session(), session());
    DumpInstance second = dump.jdk().collections().arrayList(session());
    DumpClass cache = dump.clazz("com.acme.Cache").field("items", Type.OBJECT);
    dump.root(GcRoot.JNI_GLOBAL, dump.instance(cache).set("items", first));
    dump.root(GcRoot.JNI_GLOBAL, dump.instance(cache).set("items", second));
    dump.clazz("com.acme.Last").staticField("SESSION", session());
    session();

    assertThat(instances("com.acme.Session"))
        .isEqualTo(
            new Instances(
                "com.acme.Session",
                List.of(new ClassTotal("com.acme.Session", 4, 96, 4 * 144)),
                4,
                1,
                96,
                4 * 144,
                List.of(
                    node(
                        "",
                        "com.acme.Cache",
                        2,
                        3, //
                        node(
                            "items",
                            "java.util.ArrayList",
                            2,
                            3, //
                            node(
                                "elementData",
                                "java.lang.Object[]",
                                2,
                                3, //
                                node("[]", "com.acme.Session", 3, 3)))),
                    node(
                        "",
                        "class com.acme.Last",
                        1,
                        1, //
                        node("SESSION", "com.acme.Session", 1, 1)))));
  }

  @Test
  void what_another_instance_dominates_is_retained_once() throws IOException {
    DumpInstance inner = session();
    DumpInstance outer = session().set("parent", inner);
    dump.root(GcRoot.JNI_GLOBAL, outer);

    Instances found = instances("Session");

    assertThat(found.instances()).isEqualTo(2);
    assertThat(found.retainedBytes()).isEqualTo(2 * 144);
    assertThat(found.paths())
        .containsExactly(new PathNode("", "com.acme.Session", 2, 2, 2 * 144, List.of()));
  }

  @Test
  void a_long_chain_is_one_step() throws IOException {
    DumpClass node =
        dump.clazz("com.acme.Node").field("next", Type.OBJECT).field("item", Type.OBJECT);
    DumpInstance head = dump.instance(node).set("item", session());
    for (int i = 1; i < 3000; i++) {
      head = dump.instance(node).set("next", head).set("item", session());
    }
    dump.clazz("com.acme.Queue").staticField("HEAD", head);

    assertThat(instances("*.Session").paths())
        .containsExactly(
            node(
                "",
                "class com.acme.Queue",
                1,
                3000, //
                node(
                    "HEAD",
                    "com.acme.Node",
                    3000,
                    3000, //
                    node("item", "com.acme.Session", 3000, 3000))));
  }

  @Test
  void a_class_that_is_not_there_has_no_instances() throws IOException {
    assertThat(instances("com.acme.Other"))
        .isEqualTo(new Instances("com.acme.Other", List.of(), 0, 0, 0, 0, List.of()));
  }

  private Instances instances(String pattern) throws IOException {
    return Instances.of(
        Viewed.of(dump, folder).view().graph(), new ClassPattern(pattern), 10, HeapProgress.NONE);
  }

  private DumpInstance session() {
    return dump.instance(session).set("data", dump.bytes(new byte[100]));
  }

  private static PathNode node(
      String field, String name, long objects, long instances, PathNode... children) {
    return new PathNode(field, name, objects, instances, instances * 144, List.of(children));
  }
}
