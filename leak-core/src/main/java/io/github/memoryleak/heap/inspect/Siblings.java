package io.github.memoryleak.heap.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The objects below one dominator: the big ones, and the others by class. */
final class Siblings {
  private final HeapView view;
  private final double least;
  private final List<Integer> big = new ArrayList<>();
  private final Map<Integer, Group> groups = new TreeMap<>();
  private int largest = -1;

  /** Takes those for big that retain at least so many bytes. */
  Siblings(HeapView view, double least) {
    this.view = view;
    this.least = least;
  }

  void add(int object) {
    long retained = view.tree().retainedSize(object);
    if (largest < 0 || retained > view.tree().retainedSize(largest)) {
      largest = object;
    }
    if (retained >= least) {
      big.add(object);
    } else if (!view.isClass(object)) {
      groups.computeIfAbsent(view.graph().classOf(object), c -> new Group()).add(object, retained);
    }
  }

  List<Integer> big() {
    return big;
  }

  /** The classes whose small objects are big together. */
  List<Group> bigGroups() {
    return groups.values().stream().filter(g -> g.retained >= least).toList();
  }

  /** How many there are of the largest one's class. */
  long width() {
    Group group = largest < 0 ? null : groups.get(view.graph().classOf(largest));
    return big.size() + (group == null ? 0 : group.members);
  }

  /** Where to go on: the big objects, or the largest of the small ones. */
  List<Integer> next() {
    return !big.isEmpty() || largest < 0 ? big : List.of(largest);
  }

  /** Small objects of one class. */
  static final class Group {
    private long members;
    private long retained;
    private int largest;
    private long most = -1;

    private void add(int object, long bytes) {
      members++;
      retained += bytes;
      if (bytes > most) {
        most = bytes;
        largest = object;
      }
    }

    long members() {
      return members;
    }

    long retained() {
      return retained;
    }

    int largest() {
      return largest;
    }
  }
}
