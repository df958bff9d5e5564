package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpClass;
import io.github.memoryleak.heap.dsl.DumpInstance;
import io.github.memoryleak.heap.dsl.DumpObject;
import io.github.memoryleak.heap.dsl.GcRoot;
import io.github.memoryleak.heap.dsl.Type;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachabilityTest {
  private static final Amount NONE = new Amount(0, 0);

  @TempDir Path folder;
  private final Dump dump = Dump.create();
  private final DumpClass box = dump.clazz("com.acme.Box").field("content", Type.OBJECT);

  @Test
  void each_object_counts_at_its_strongest() throws IOException {
    DumpInstance both = box(null);
    hold(reference("Soft", both));
    hold(reference("Weak", both));
    hold(reference("Weak", box(box(null))));
    hold(reference("Final", box(null)));
    hold(reference("Phantom", box(null)));
    box(box(null));

    Reachability found = reachability();

    assertThat(found.soft()).isEqualTo(new Amount(1, 16));
    assertThat(found.weak()).isEqualTo(new Amount(2, 32));
    assertThat(found.finalizer()).isEqualTo(new Amount(1, 16));
    assertThat(found.phantom()).isEqualTo(new Amount(1, 16));
    assertThat(found.unreachable()).isEqualTo(new Amount(2, 32));
  }

  @Test
  void what_is_held_strongly_too_is_strong() throws IOException {
    DumpInstance held = box(null);
    hold(held);
    hold(reference("Weak", held));

    Reachability found = reachability();

    assertThat(found.weak()).isEqualTo(NONE);
    assertThat(found.unreachable()).isEqualTo(NONE);
  }

  @Test
  void a_soft_reference_behind_a_weak_one_is_weak_at_best() throws IOException {
    DumpInstance end = box(null);
    DumpInstance soft = reference("Soft", end);
    hold(reference("Weak", soft));

    Reachability found = reachability();

    assertThat(found.soft()).isEqualTo(NONE);
    assertThat(found.weak()).isEqualTo(new Amount(2, 40 + 16));
  }

  @Test
  void a_weak_reference_behind_a_soft_one_is_followed() throws IOException {
    hold(reference("Soft", reference("Weak", box(null))));

    Reachability found = reachability();

    assertThat(found.soft()).isEqualTo(new Amount(1, 32));
    assertThat(found.weak()).isEqualTo(new Amount(1, 16));
  }

  @Test
  void a_phantom_reference_behind_a_finalizer_comes_last() throws IOException {
    hold(reference("Final", reference("Phantom", box(null))));

    Reachability found = reachability();

    assertThat(found.finalizer()).isEqualTo(new Amount(1, 32));
    assertThat(found.phantom()).isEqualTo(new Amount(1, 16));
  }

  private Reachability reachability() throws IOException {
    return Reachability.of(Viewed.of(dump, folder).view(), HeapProgress.NONE);
  }

  private void hold(DumpObject object) {
    dump.root(GcRoot.JNI_GLOBAL, object);
  }

  private DumpInstance box(DumpObject content) {
    return dump.instance(box).set("content", content);
  }

  private DumpInstance reference(String kind, DumpObject referent) {
    return dump.jdk().reference("java.lang.ref." + kind + "Reference", referent);
  }
}
