package io.github.memoryleak.heap.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpClass;
import io.github.memoryleak.heap.dsl.DumpInstance;
import io.github.memoryleak.heap.dsl.DumpObject;
import io.github.memoryleak.heap.dsl.DumpThread;
import io.github.memoryleak.heap.dsl.Type;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ThreadPoolsTest {
  private static final String EXECUTOR = "java.util.concurrent.ThreadPoolExecutor";
  private static final String WORKERS = "java.lang.Thread pool-%d-thread-%d";
  private static final GrownPool LOST =
      new GrownPool(
          WORKERS,
          "thread pool-%d-thread-%d",
          List.of("thread pool-%d-thread-%d", EXECUTOR + "$Worker.this$0", EXECUTOR),
          EXECUTOR,
          0);
  private static final GrownPool HELD =
      new GrownPool(
          WORKERS,
          "static com.acme.App.POOLS",
          List.of("static com.acme.App.POOLS", "java.util.ArrayList", EXECUTOR),
          EXECUTOR,
          0);

  private final Dump dump = Dump.create();
  private final DumpClass executor = dump.clazz(EXECUTOR).field("workers", Type.OBJECT);
  private final DumpClass worker =
      dump.clazz(EXECUTOR + "$Worker").field("thread", Type.OBJECT).field("this$0", Type.OBJECT);
  private final DumpClass app = dump.clazz("com.acme.App");
  private final List<DumpThread> threads = new ArrayList<>();
  private int number;

  /** A pool with idle workers, whose stacks know the pool. */
  private DumpInstance pool(int size) {
    DumpInstance pool = dump.instance(executor);
    DumpObject[] workers = new DumpObject[size];
    number++;
    for (int i = 0; i < size; i++) {
      DumpThread thread = dump.jdk().thread("pool-" + number + "-thread-" + i);
      DumpInstance worked =
          dump.instance(worker).set("thread", thread.object()).set("this$0", pool);
      thread.object().set("target", worked);
      thread.frame(executor, "getTask", "ThreadPoolExecutor.java", 1).local(pool).local(worked);
      workers[i] = worked;
      threads.add(thread);
    }
    return pool.set("workers", dump.jdk().collections().arrayList(workers));
  }

  private void hold(DumpObject... pools) {
    app.staticField("POOLS", dump.jdk().collections().arrayList(pools));
  }

  @Test
  void a_pool_that_only_its_own_threads_refer_to_is_lost() throws IOException {
    pool(2);
    pool(1);
    assertThat(count()).containsExactly(Map.entry(LOST, 2L));
  }

  @Test
  void a_pool_is_held_by_the_field_that_leads_to_it() throws IOException {
    hold(pool(2), pool(1));
    assertThat(count()).containsExactly(Map.entry(HELD, 2L));
  }

  @Property(tries = 20)
  void held_pools_and_lost_ones_are_counted_apart(
      @ForAll @IntRange(max = 5) int held, @ForAll @IntRange(max = 5) int lost) throws IOException {
    ThreadPoolsTest heap = new ThreadPoolsTest();
    DumpObject[] pools = new DumpObject[held];
    for (int i = 0; i < held; i++) {
      pools[i] = heap.pool(2);
    }
    for (int i = 0; i < lost; i++) {
      heap.pool(1);
    }
    heap.hold(pools);
    Map<GrownPool, Long> counts = heap.count();
    assertThat(counts.getOrDefault(HELD, 0L)).isEqualTo(held);
    assertThat(counts.getOrDefault(LOST, 0L)).isEqualTo(lost);
    assertThat(counts).hasSize((held > 0 ? 1 : 0) + (lost > 0 ? 1 : 0));
  }

  @Test
  void the_list_of_a_thread_group_holds_no_pool() throws IOException {
    pool(1);
    DumpClass group = dump.clazz("java.lang.ThreadGroup").field("threads", Type.OBJECT);
    DumpObject array = dump.arrayOf(dump.objectClass(), threads.get(0).object());
    app.staticField("GROUP", dump.instance(group).set("threads", array));
    assertThat(count()).containsExactly(Map.entry(LOST, 1L));
  }

  @Test
  void a_pool_is_held_by_the_task_of_another_pool_that_is_held() throws IOException {
    DumpInstance inner = pool(1);
    DumpInstance outer = pool(1);
    threads.get(1).local(inner);
    assertThat(count()).containsExactly(Map.entry(LOST, 2L));
    hold(outer);
    assertThat(count().keySet())
        .extracting(GrownPool::holder)
        .containsExactlyInAnyOrder(
            "static com.acme.App.POOLS", "local variable of thread pool-%d-thread-%d");
  }

  @Test
  void a_pool_is_held_by_the_stack_of_a_thread_of_no_pool() throws IOException {
    DumpInstance pool = pool(1);
    dump.jdk().thread("acceptor-7").frame(app, "accept", "App.java", 12).local(pool);
    assertThat(count().keySet())
        .extracting(GrownPool::holder)
        .containsExactly("local variable of thread acceptor-%d");
  }

  @Test
  void workers_of_a_fork_join_pool_refer_to_it_themselves() throws IOException {
    String type = "java.util.concurrent.ForkJoinPool";
    DumpClass workers =
        dump.clazz("java.util.concurrent.ForkJoinWorkerThread")
            .extending(dump.jdk().clazz("java.lang.Thread"))
            .field("pool", Type.OBJECT);
    DumpInstance thread =
        dump.instance(workers)
            .set("name", dump.jdk().string("ForkJoinPool-3-worker-1"))
            .set("pool", dump.instance(dump.clazz(type)));
    dump.thread(thread);
    assertThat(count().keySet())
        .containsExactly(
            new GrownPool(
                "java.util.concurrent.ForkJoinWorkerThread ForkJoinPool-%d-worker-%d",
                "thread ForkJoinPool-%d-worker-%d",
                List.of(
                    "thread ForkJoinPool-%d-worker-%d",
                    "java.util.concurrent.ForkJoinWorkerThread.pool", type),
                type,
                0));
  }

  @Test
  void a_timer_is_held_or_gone() throws IOException {
    DumpClass thread =
        dump.clazz("java.util.TimerThread").extending(dump.jdk().clazz("java.lang.Thread"));
    DumpInstance gone = dump.instance(thread).set("name", dump.jdk().string("Timer-1"));
    DumpInstance held = dump.instance(thread).set("name", dump.jdk().string("Timer-2"));
    dump.thread(gone);
    dump.thread(held);
    DumpClass timer = dump.clazz("java.util.Timer").field("thread", Type.OBJECT);
    hold(dump.instance(timer).set("thread", held));
    assertThat(count().keySet())
        .containsExactlyInAnyOrder(
            new GrownPool(
                "java.util.TimerThread Timer-%d",
                "thread Timer-%d", List.of("thread Timer-%d"), "java.util.Timer", 0),
            new GrownPool(
                "java.util.TimerThread Timer-%d",
                "static com.acme.App.POOLS",
                List.of("static com.acme.App.POOLS", "java.util.ArrayList", "java.util.Timer"),
                "java.util.Timer",
                0));
  }

  @Test
  void a_thread_that_has_ended_is_no_worker() throws IOException {
    DumpInstance ended = dump.jdk().threadObject("java.lang.Thread", "pool-1-thread-1");
    DumpInstance pool = dump.instance(executor);
    hold(pool, dump.instance(worker).set("thread", ended).set("this$0", pool));
    assertThat(count()).isEmpty();
  }

  @Test
  void what_did_not_become_more_has_not_grown() {
    assertThat(ThreadPools.grown(Map.of(HELD, 3L, LOST, 1L), Map.of(HELD, 3L, LOST, 6L)))
        .containsExactly(new GrownPool(WORKERS, LOST.holder(), LOST.path(), EXECUTOR, 5));
    assertThat(GrownPoolLines.parse(GrownPoolLines.of(LOST))).containsExactly(LOST);
    assertThat(GrownHolderLines.parse(GrownPoolLines.of(LOST))).isEmpty();
  }

  private Map<GrownPool, Long> count() throws IOException {
    Path file = Files.createTempFile("pools", ".hprof");
    try (HprofFile written = HprofFile.open(dump.write().writeTo(file), HeapProgress.NONE)) {
      return ThreadPools.count(HeapGraph.read(written, true, HeapProgress.NONE), HeapProgress.NONE);
    } finally {
      Files.delete(file);
    }
  }
}
