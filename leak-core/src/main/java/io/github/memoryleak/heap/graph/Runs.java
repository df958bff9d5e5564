package io.github.memoryleak.heap.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Stretches of a dump in which each object has a higher address than the one before it. Serial,
 * Parallel and G1 write one, or one for each of a few spaces; ZGC writes millions.
 */
final class Runs {
  private static final int MOST = 256;

  private final List<Run> done = new ArrayList<>();
  private long firstId;
  private long lastId;
  private long start;
  private long next;
  private boolean tooMany;

  /**
   * One stretch.
   *
   * @param firstId the lowest address
   * @param lastId the highest one
   * @param start how many objects the file has before it
   * @param count how many objects it has
   */
  record Run(long firstId, long lastId, long start, long count) {}

  /** Sees the next object. {@return whether its address is higher than the one before} */
  boolean add(long id) {
    boolean ascends = next > start && id > lastId;
    if (!ascends) {
      end();
      firstId = id;
    }
    lastId = id;
    next++;
    return ascends;
  }

  private void end() {
    if (next > start) {
      if (done.size() < MOST) {
        done.add(new Run(firstId, lastId, start, next - start));
      } else {
        tooMany = true;
      }
      start = next;
    }
  }

  /** Takes over what another part of the dump, later in the file, has. */
  void addAll(Runs later) {
    end();
    later.end();
    tooMany |= later.tooMany || done.size() + later.done.size() > MOST;
    later.done.forEach(r -> append(new Run(r.firstId, r.lastId, r.start + next, r.count)));
    next += later.next;
    start = next;
  }

  private void append(Run run) {
    Run last = done.isEmpty() ? null : done.get(done.size() - 1);
    if (last != null && last.lastId < run.firstId) {
      done.set(
          done.size() - 1, new Run(last.firstId, run.lastId, last.start, last.count + run.count));
    } else {
      done.add(run);
    }
  }

  /** {@return the stretches by address, when they are few and do not overlap; otherwise none} */
  List<Run> byAddress() {
    end();
    List<Run> sorted = done.stream().sorted(Comparator.comparingLong(Run::firstId)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).firstId <= sorted.get(i - 1).lastId) {
        return List.of();
      }
    }
    return tooMany ? List.of() : sorted;
  }
}
