package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpArray;
import io.github.memoryleak.heap.dsl.DumpInstance;
import io.github.memoryleak.heap.dsl.DumpObject;
import io.github.memoryleak.heap.dsl.GcRoot;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicateStringsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {8, 17})
  void texts_that_occur_more_than_once_are_told_with_what_they_lose(int release)
      throws IOException {
    Dump dump = Dump.create();
    dump.jdk(release);
    hold(dump, "twice and longer", "twice and longer", "once", "thrice", "thrice", "thrice", "");
    dump.jdk().string("not held");
    dump.jdk().string("not held");
    int string = 24;
    int twice = release == 8 ? 48 : 32;
    int thrice = release == 8 ? 32 : 24;

    assertThat(strings(dump, 5))
        .isEqualTo(
            new DuplicateStrings(
                7,
                4,
                (twice + string) + 2L * (thrice + string),
                true,
                List.of(
                    new DuplicateString("thrice", 3, 2L * (thrice + string)),
                    new DuplicateString("twice and longer", 2, twice + string))));
  }

  @Test
  void strings_that_share_an_array_lose_nothing() throws IOException {
    Dump dump = Dump.create();
    DumpObject value = dump.bytes((byte) 'a');
    for (int i = 0; i < 2; i++) {
      DumpInstance string = dump.jdk().instance("java.lang.String").set("value", value);
      dump.root(GcRoot.JNI_GLOBAL, string);
    }

    assertThat(strings(dump, 5)).isEqualTo(new DuplicateStrings(2, 1, 0, true, List.of()));
  }

  @Test
  void a_long_text_is_cut() throws IOException {
    Dump dump = Dump.create();
    hold(dump, "x".repeat(1000), "x".repeat(1000), "x".repeat(999));

    assertThat(strings(dump, 5).top())
        .containsExactly(new DuplicateString("x".repeat(200), 2, 1016 + 24));
  }

  @Test
  void only_the_top_is_told_but_all_is_counted() throws IOException {
    Dump dump = Dump.create();
    hold(dump, "first", "first", "first", "second", "second");

    DuplicateStrings found = strings(dump, 1);

    assertThat(found.lostBytes()).isEqualTo(3 * 48);
    assertThat(found.top()).containsExactly(new DuplicateString("first", 3, 2 * 48));
  }

  private DuplicateStrings strings(Dump dump, int top) throws IOException {
    return DuplicateStrings.of(Viewed.of(dump, folder).view(), top, HeapProgress.NONE);
  }

  private static void hold(Dump dump, String... texts) {
    DumpArray array = dump.array(dump.objectClass(), texts.length);
    for (int i = 0; i < texts.length; i++) {
      array.set(i, dump.jdk().string(texts[i]));
    }
    dump.root(GcRoot.JNI_GLOBAL, array);
  }
}
