package io.github.memoryleak.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SiteRecorderTest {
  private final List<Object> kept = new ArrayList<>();

  static class Session {
    final long id = System.nanoTime();

    Session() {}

    Session(String ignored) {
      this();
    }
  }

  static final class LongSession extends Session {}

  static final class Parcel implements Serializable {
    private static final long serialVersionUID = 1;
  }

  static final class Broken {
    static final int VALUE = Integer.parseInt("none");
  }

  private interface Body {
    void run() throws Exception;
  }

  private List<Creation> record(Set<String> types, Body body) throws Exception {
    return record(types, Set.of(), body);
  }

  private List<Creation> record(Set<String> types, Set<String> closeable, Body body)
      throws Exception {
    SiteRecorder recorder = SiteRecorder.start(new SiteRecorder.Wanted(types, closeable, true, 0));
    List<Creation> creations;
    try {
      body.run();
    } finally {
      creations = recorder.stop(SiteRecorderTest::collect);
    }
    return creations;
  }

  private static void collect() {
    WeakReference<Object> canary = new WeakReference<>(new Object());
    while (!canary.refersTo(null)) {
      System.gc();
    }
  }

  private static String name(Class<?> type) {
    return type.getName();
  }

  /** The innermost frame of this test. */
  private static String maker(Creation creation) {
    return creation.stack().stream()
        .filter(f -> f.getClassName().equals(SiteRecorderTest.class.getName()))
        .findFirst()
        .orElseThrow()
        .getMethodName();
  }

  private void open() {
    kept.add(new Session());
  }

  @Test
  void what_is_still_alive_is_counted_by_the_stack_that_made_it() throws Exception {
    List<Creation> creations =
        record(
            Set.of(name(Session.class)),
            () -> {
              for (int i = 0; i < 3; i++) {
                open();
              }
              kept.add(new Session("again"));
            });
    assertThat(creations).extracting(Creation::objects).containsExactly(3, 1);
    assertThat(creations).extracting(Creation::type).containsOnly(name(Session.class));
    assertThat(maker(creations.get(0))).isEqualTo("open");
    assertThat(creations.get(0).stack().get(0).getMethodName()).isEqualTo("<init>");
  }

  @Test
  void a_class_whose_initializer_failed_keeps_no_other_from_being_recorded() throws Exception {
    assertThatThrownBy(Broken::new).isInstanceOf(ExceptionInInitializerError.class);
    List<Creation> creations = record(Set.of(name(Broken.class), name(Session.class)), this::open);
    assertThat(creations).extracting(Creation::objects).containsExactly(1);
    assertThat(maker(creations.get(0))).isEqualTo("open");
  }

  @Test
  void garbage_is_not_counted() throws Exception {
    List<Creation> creations =
        record(
            Set.of(name(Session.class)),
            () -> {
              for (int i = 0; i < 100_000; i++) {
                new Session();
              }
              open();
            });
    assertThat(creations).extracting(Creation::objects).containsExactly(1);
    assertThat(maker(creations.get(0))).isEqualTo("open");
  }

  @Test
  void an_instance_of_a_subclass_is_none_of_the_class() throws Exception {
    List<Creation> creations =
        record(Set.of(name(Session.class)), () -> kept.add(new LongSession()));
    assertThat(creations).isEmpty();
  }

  @Test
  void classes_of_the_jdk_are_recorded_too() throws Exception {
    List<Creation> creations =
        record(
            Set.of("java.lang.ref.WeakReference", "java.lang.String"),
            () -> {
              kept.add(new WeakReference<>(this));
              kept.add(new String(new char[] {'a'}));
            });
    assertThat(creations)
        .filteredOn(c -> maker(c).startsWith("lambda$classes_of_the_jdk"))
        .extracting(Creation::type)
        .containsExactlyInAnyOrder("java.lang.ref.WeakReference", "java.lang.String");
  }

  @Test
  void arrays_are_recorded_however_they_are_made() throws Exception {
    int[] original = {1, 2, 3};
    List<Supplier<Object>> ways =
        List.of(
            () -> new int[3],
            () -> original.clone(),
            () -> Arrays.copyOf(original, 5),
            () -> Array.newInstance(int.class, 3),
            () -> new int[2][2][0]);
    for (Supplier<Object> way : ways) {
      List<Creation> creations = record(Set.of("int[]", "int[][][]"), () -> kept.add(way.get()));
      assertThat(creations)
          .filteredOn(c -> maker(c).startsWith("lambda$arrays_are_recorded"))
          .isNotEmpty();
    }
  }

  @Test
  void arrays_that_are_too_short_are_not_recorded() throws Exception {
    SiteRecorder recorder =
        SiteRecorder.start(new SiteRecorder.Wanted(Set.of("long[]"), Set.of(), false, 1000));
    List<Creation> creations;
    try {
      keepArray(999);
      keepArray(1000);
    } finally {
      creations = recorder.stop(SiteRecorderTest::collect);
    }
    assertThat(creations).extracting(Creation::objects).containsExactly(1);
    assertThat(maker(creations.get(0))).isEqualTo("keepArray");
  }

  private void keepArray(int length) {
    kept.add(new long[length]);
  }

  @Test
  void lambdas_are_recorded_where_they_are_made() throws Exception {
    String host = SiteRecorderTest.class.getName();
    List<Creation> creations =
        record(Set.of(host + "$$Lambda"), () -> kept.add((Runnable) kept::size));
    assertThat(creations)
        .filteredOn(c -> c.type().equals(host + "$$Lambda"))
        .filteredOn(c -> maker(c).startsWith("lambda$lambdas_are_recorded"))
        .extracting(Creation::objects)
        .containsExactly(1);
  }

  @Test
  void who_starts_a_thread_is_recorded() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try {
      List<Creation> creations =
          record(
              Set.of(),
              () -> {
                Thread thread =
                    new Thread(
                        () -> {
                          try {
                            end.await();
                          } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                          }
                        },
                        "feed-17");
                thread.start();
              });
      assertThat(creations)
          .filteredOn(c -> c.type().equals("java.lang.Thread feed-%d"))
          .extracting(SiteRecorderTest::maker)
          .containsExactly("lambda$who_starts_a_thread_is_recorded$" + number(creations));
    } finally {
      end.countDown();
    }
  }

  @Test
  void who_makes_a_pool_start_a_thread_is_recorded() throws Exception {
    var pool = Executors.newFixedThreadPool(1, body -> new Thread(body, "pooled-3"));
    try {
      List<Creation> creations = record(Set.of(), () -> submit(pool));
      assertThat(creations)
          .filteredOn(c -> c.type().equals("java.lang.Thread pooled-%d"))
          .extracting(SiteRecorderTest::maker)
          .containsExactly("submit");
    } finally {
      pool.shutdownNow();
    }
  }

  private static void submit(ExecutorService pool) throws Exception {
    pool.submit(() -> {}).get();
  }

  private static String number(List<Creation> creations) {
    String maker = maker(creations.get(0));
    return maker.substring(maker.lastIndexOf('$') + 1);
  }

  @Test
  void a_thread_that_has_ended_is_not_counted() throws Exception {
    List<Creation> creations =
        record(
            Set.of(),
            () -> {
              Thread thread = new Thread(() -> {}, "short-1");
              kept.add(thread);
              thread.start();
              thread.join();
            });
    assertThat(creations).filteredOn(c -> c.type().endsWith("short-%d")).isEmpty();
  }

  @Test
  void what_no_constructor_makes_is_not_told_wrongly() throws Exception {
    List<Creation> creations =
        record(Set.of(name(Parcel.class)), () -> kept.add(copy(new Parcel())));
    assertThat(creations).isEmpty();
  }

  private static Object copy(Object original) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(original);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }

  @Test
  void threads_of_one_kind_that_one_stack_starts_count_together() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    List<Creation> creations =
        record(
            Set.of(),
            () -> {
              for (int i = 0; i < 3; i++) {
                Thread thread = new Thread(() -> awaitQuietly(end), "worker-" + i);
                thread.setDaemon(true);
                thread.start();
              }
            });
    end.countDown();
    assertThat(creations)
        .filteredOn(c -> c.type().equals("java.lang.Thread worker-%d"))
        .extracting(Creation::objects)
        .containsExactly(3);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void objects_of_many_threads_are_recorded_by_their_own_stacks() throws Exception {
    List<Creation> creations =
        record(
            Set.of(name(Session.class)),
            () -> {
              var pool = Executors.newFixedThreadPool(4);
              List<Session> made = new ArrayList<>();
              for (int i = 0; i < 400; i++) {
                pool.submit(
                    () -> {
                      Session session = new Session();
                      synchronized (made) {
                        made.add(session);
                      }
                    });
              }
              pool.shutdown();
              while (!pool.isTerminated()) {
                Thread.onSpinWait();
              }
              kept.add(made);
            });
    assertThat(
            creations.stream().mapToInt(c -> c.type().endsWith("Session") ? c.objects() : 0).sum())
        .isEqualTo(400);
  }

  @Test
  void after_the_end_nothing_is_recorded() throws Exception {
    record(Set.of(name(Session.class)), this::open);
    open();
    assertThat(record(Set.of(), () -> {})).isEmpty();
  }

  @Test
  void what_the_collection_makes_is_not_recorded() throws Exception {
    SiteRecorder recorder =
        SiteRecorder.start(
            new SiteRecorder.Wanted(Set.of(name(Session.class)), Set.of(), false, 0));
    assertThat(recorder.stop(this::open)).isEmpty();
    assertThat(kept).hasSize(1);
  }

  @Test
  void two_recordings_at_a_time_are_refused() throws Exception {
    SiteRecorder first = SiteRecorder.start(new SiteRecorder.Wanted(Set.of(), Set.of(), false, 0));
    try {
      assertThatThrownBy(
              () -> SiteRecorder.start(new SiteRecorder.Wanted(Set.of(), Set.of(), false, 0)))
          .isInstanceOf(IOException.class)
          .hasMessage("the agent failed: java.lang.IllegalStateException: already recording");
    } finally {
      first.stop(SiteRecorderTest::collect);
    }
  }

  @Test
  void memory_that_is_not_freed_has_the_stack_that_took_it() throws Exception {
    List<ByteBuffer> buffers = new ArrayList<>();
    Set<String> memory = Set.of(SiteRecorder.MEMORY);
    List<Creation> creations =
        record(memory, memory, () -> buffers.add(ByteBuffer.allocateDirect(100)));
    assertThat(buffers).hasSize(1);
    assertThat(creations).extracting(Creation::type).containsOnly(SiteRecorder.MEMORY);
    assertThat(creations)
        .anySatisfy(
            c ->
                assertThat(c.stack())
                    .extracting(StackTraceElement::getClassName)
                    .contains("java.nio.DirectByteBuffer", SiteRecorderTest.class.getName()));
  }

  @Test
  void memory_that_is_freed_has_none() throws Exception {
    Set<String> memory = Set.of(SiteRecorder.MEMORY);
    List<Creation> creations =
        record(
            memory,
            memory,
            () -> {
              long before = directBuffers();
              for (int i = 0; i < 5; i++) {
                ByteBuffer.allocateDirect(100);
              }
              // A thread of the JVM frees them, when it gets its turn.
              while (directBuffers() > before) {
                collect();
              }
            });
    assertThat(creations).allSatisfy(c -> assertThat(c.objects()).isLessThan(5));
  }

  private static long directBuffers() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getCount)
        .sum();
  }
}
