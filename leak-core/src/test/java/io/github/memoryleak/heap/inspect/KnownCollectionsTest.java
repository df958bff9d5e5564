package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.graph.HeapClass;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads {@link KnownCollections} from the dump of a JVM, of each JDK that is installed. */
class KnownCollectionsTest {
  /** A field, the size of its collection, and the capacity of its array. */
  private static final String EXPECTED =
      """
      ARRAY_LIST 7 of 100
      ARRAY_LIST_EMPTY 0 of 50
      ARRAYS_LIST 3 of 3
      VECTOR 7 of 20
      STACK 7 of 10
      LINKED_LIST 7 of 0
      COPY_ON_WRITE_LIST 7 of 7
      ARRAY_DEQUE 7 of 9
      PRIORITY_QUEUE 7 of 30
      PRIORITY_BLOCKING_QUEUE 7 of 30
      CONCURRENT_QUEUE 7 of 0
      CONCURRENT_DEQUE 7 of 0
      BLOCKING_QUEUE 7 of 0
      BLOCKING_DEQUE 7 of 0
      ARRAY_BLOCKING_QUEUE 7 of 40
      HASH_MAP 7 of 64
      LINKED_HASH_MAP 7 of 16
      TREE_MAP 7 of 0
      HASHTABLE 7 of 23
      CONCURRENT_MAP 7 of 256
      IDENTITY_MAP 7 of 32
      WEAK_MAP 7 of 16
      SKIP_LIST_MAP 7 of 0
      ENUM_MAP 2 of 7
      MAP_1 1 of 0
      MAP_N 3 of 6
      PROPERTIES 2 of 16
      HASH_SET 7 of 64
      LINKED_HASH_SET 7 of 16
      TREE_SET 7 of 0
      COPY_ON_WRITE_SET 7 of 7
      SKIP_LIST_SET 7 of 0
      SET_FROM_MAP 7 of 32
      ENUM_SET 2 of 0
      SET_1 1 of 0
      SET_2 2 of 0
      SET_N 3 of 6
      LIST_1 1 of 0
      LIST_2 2 of 0
      LIST_N 3 of 3
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.github.memoryleak.heap.inspect.InstalledJdks#homes")
  void sizes_and_capacities_are_those_of_the_program(Path jdk) throws Exception {
    HeapView view = DumpingChild.view(jdk, KnownCollections.class, folder);
    HeapClass program = view.graph().classes().named(KnownCollections.class.getName());
    CollectionReader reader = new CollectionReader(view);

    Map<String, String> found = new TreeMap<>();
    program.staticFields().stream()
        .filter(f -> expected().containsKey(f.name()))
        .forEach(
            f ->
                found.put(
                    f.name(),
                    text(
                        reader.read(
                            view.graph().reader().staticReference(program.number(), f.name())))));

    assertThat(found).isEqualTo(expected());
  }

  private static Map<String, String> expected() {
    return EXPECTED
        .lines()
        .map(line -> line.split(" ", 2))
        .collect(Collectors.toMap(words -> words[0], words -> words[1]));
  }

  private static String text(LogicalCollection read) {
    return read == null ? "not read" : read.size() + " of " + read.capacity();
  }
}
