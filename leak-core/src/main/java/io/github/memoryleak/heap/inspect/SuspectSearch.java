package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.hprof.HeapProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Finds what dominates a heap, and where it piles up.
 *
 * <p>An object is big when it retains at least the share of the live bytes that makes a suspect.
 * From the roots the search follows big objects down the dominator tree. Where a big object has no
 * big one below it, the bytes have broken into small pieces: it is where they accumulate. Where
 * there are several big ones, or one that keeps less than half, each is followed as a suspect of
 * its own. Small objects of one class below one dominator that are big together are a suspect as
 * well, even next to big ones; classes are not, for each is another one. The nodes of a linked list
 * dominate one another, and so do the pages of a tree; the list, or the tree, counts as one object.
 */
final class SuspectSearch {
  private static final int ROOTS = -1;

  /** From so many objects below one on, those are what accumulates, even in a tree. */
  private static final int WIDE = 100;

  private final HeapView view;
  private final Breakdown breakdown;
  private final Recursion recursion;
  private final SuspectLimits limits;
  private final long live;
  private final double least;
  private final PathReader paths;
  private final CollectionReader collections;
  private final Fields fields;
  private final List<LeakSuspect> found = new ArrayList<>();

  SuspectSearch(HeapView view, Breakdown breakdown, SuspectLimits limits, long live) {
    this.view = view;
    this.breakdown = breakdown;
    recursion = new Recursion(view, breakdown);
    this.limits = limits;
    this.live = live;
    least = Math.max(1, limits.share() * live);
    paths = new PathReader(view.reached());
    collections = new CollectionReader(view);
    fields = new Fields(view.graph());
  }

  /** All suspects, in no particular order. */
  List<LeakSuspect> run(HeapProgress progress) {
    Siblings roots = level(ROOTS);
    IntStack open = new IntStack();
    roots.big().forEach(open::push);
    roots.bigGroups().forEach(g -> found.add(besides(g)));
    for (int done = 0; !open.isEmpty(); done++) {
      progress.at("following what dominates", done, done + open.size());
      follow(open.pop(), open);
    }
    return found;
  }

  /** Goes down from a big object as long as one big object below it keeps at least half of it. */
  private void follow(int top, IntStack open) {
    List<Integer> way = new ArrayList<>(List.of(top));
    int object = top;
    Siblings level = level(object);
    while (goesOn(object, level)) {
      object = level.big().get(0);
      way.add(object);
      level = level(object);
    }
    int tree = level.width() < WIDE ? recursion.start(way, level.next()) : -1;
    if (tree >= 0) {
      found.add(tree(way, level, tree));
    } else if (level.big().isEmpty()) {
      found.add(single(top, object));
    } else {
      branch(object, level, open);
    }
  }

  private boolean goesOn(int object, Siblings level) {
    return level.big().size() == 1
        && level.bigGroups().isEmpty()
        && 2 * view.tree().retainedSize(level.big().get(0)) >= view.tree().retainedSize(object);
  }

  private void branch(int object, Siblings level, IntStack open) {
    level.bigGroups().forEach(g -> found.add(below(object, g)));
    level.big().forEach(open::push);
  }

  private Siblings level(int object) {
    Siblings level = new Siblings(view, least);
    children(object, level::add);
    return level;
  }

  private void children(int object, IntConsumer child) {
    if (object == ROOTS) {
      breakdown.roots(child);
    } else {
      breakdown.below(object, child);
    }
  }

  private LeakSuspect single(int top, int object) {
    int point = collectionOf(object);
    ClassSums sums = new ClassSums();
    breakdown.contents(point, sums);
    return suspect(top, point, sums);
  }

  /** A tree of objects counts as one object, its inner nodes looked through. */
  private LeakSuspect tree(List<Integer> way, Siblings level, int start) {
    ClassSums sums = new ClassSums();
    breakdown.leaves(way.get(start), recursion.inner(way, level.next(), start), sums);
    return suspect(way.get(0), way.get(start), sums);
  }

  private LeakSuspect suspect(int top, int point, ClassSums sums) {
    long retained = view.tree().retainedSize(top);
    return new LeakSuspect(
        view.name(top),
        1,
        retained,
        share(retained),
        accumulation(point, view.tree().retainedSize(point), sums));
  }

  /** Small objects of one class that only the roots dominate. */
  private LeakSuspect besides(Siblings.Group group) {
    ClassSums sums = new ClassSums();
    members(ROOTS, group, member -> breakdown.contents(member, sums));
    return suspect(
        group, accumulation(group.largest(), view.tree().retainedSize(group.largest()), sums));
  }

  /** Small objects of one class that lie below an object next to big ones. */
  private LeakSuspect below(int object, Siblings.Group group) {
    ClassSums sums = new ClassSums();
    members(object, group, member -> breakdown.content(member, sums));
    return suspect(group, accumulation(collectionOf(object), group.retained(), sums));
  }

  private LeakSuspect suspect(Siblings.Group group, Accumulation accumulation) {
    return new LeakSuspect(
        view.name(group.largest()),
        group.members(),
        group.retained(),
        share(group.retained()),
        accumulation);
  }

  private void members(int object, Siblings.Group group, IntConsumer member) {
    int type = view.graph().classOf(group.largest());
    children(
        object,
        child -> {
          boolean isBig = view.tree().retainedSize(child) >= least;
          if (view.graph().classOf(child) == type && !isBig) {
            member.accept(child);
          }
        });
  }

  private double share(long bytes) {
    return (double) bytes / live;
  }

  private Accumulation accumulation(int point, long retained, ClassSums sums) {
    StrongPath path = paths.to(point);
    return new Accumulation(
        point,
        view.name(point),
        elements(point),
        retained,
        path.holder(),
        path,
        sums.largest(limits.contents()));
  }

  /** The logical collection that an inner part belongs to; the object itself when it is none. */
  private int collectionOf(int object) {
    int point = object;
    int dominator = view.tree().dominator(point);
    while (dominator >= 0 && belongsTo(point, dominator)) {
      point = dominator;
      dominator = view.tree().dominator(point);
    }
    return point;
  }

  private boolean belongsTo(int part, int whole) {
    return breakdown.isLinked(whole, part)
        || breakdown.isPart(part)
        || (isCollection(whole)
            && (view.classOf(part).isArray() || collections.inner(whole) == part));
  }

  private boolean isCollection(int object) {
    return !view.isClass(object) && collections.knows(view.classOf(object));
  }

  private long elements(int object) {
    LogicalCollection collection = collections.read(object);
    return collection == null ? fields.length(object) : collection.size();
  }
}
