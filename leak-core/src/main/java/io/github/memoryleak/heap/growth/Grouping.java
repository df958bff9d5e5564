package io.github.memoryleak.heap.growth;

import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.Label;
import io.github.memoryleak.heap.graph.References;
import io.github.memoryleak.heap.graph.RootKind;
import io.github.memoryleak.heap.graph.Roots;
import io.github.memoryleak.heap.graph.Strength;
import io.github.memoryleak.heap.graph.WeakReferences;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.names.NamePattern;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Puts each object into a group: all that are reached over the same path.
 *
 * <p>A breadth-first search from the roots follows strong references. A path is the sequence of its
 * steps, and a step is a field (or "an element") and a class, so neither addresses nor places in an
 * array tell paths apart. Each object belongs to one group, by its first path.
 *
 * <p>Recursive structures would make as many groups as they are deep. So an object of the same
 * class as the one that leads to it joins the group of that one (lists and trees fold into their
 * head), and a step that occurred a few steps before, with the same field and class, leads back to
 * the group of its first occurrence. Tables and nodes of collections are left out of the second
 * rule: a list within the elements of a list is not the same list.
 *
 * <p>The stack of a thread names an object only when nothing else holds it: a worker's local
 * variable is a shorter path to a queue than the field of the pool, and says less. What is left
 * then is reached over soft references.
 *
 * <p>Source of the idea: growth by path in Shark (square/leakcanary).
 */
final class Grouping {
  static final int NONE = -1;

  /** Of an object that is not to be reached. */
  private static final int WITHHELD = -2;

  /** Roots that come and go with a call. */
  private static final Set<RootKind> PASSING =
      EnumSet.of(RootKind.JAVA_FRAME, RootKind.JNI_LOCAL, RootKind.NATIVE_STACK);

  private static final int MOST_GROUPS = 1 << 21;
  private static final int FOLD_DEPTH = 24;
  private static final int STEP = 1 << 20;

  private final HeapGraph graph;
  private final References references;
  private final Names names;
  private final Steps steps;
  private final GroupTable table = new GroupTable();
  private final int[] groupOf;
  private final int[] order;
  private int reached;

  private int lastParent = NONE;
  private int lastLabel;
  private int lastClass;
  private int lastGroup;

  private Grouping(HeapGraph graph, Names names) {
    this.graph = graph;
    references = graph.references();
    this.names = names;
    steps = new Steps(graph, names);
    groupOf = new int[graph.objects()];
    order = new int[graph.objects()];
    Arrays.fill(groupOf, NONE);
  }

  static Grouping of(HeapGraph graph, Names names, HeapProgress progress) {
    Grouping grouping = new Grouping(graph, names);
    grouping.roots(false);
    grouping.search(0, progress);
    int lasting = grouping.reached;
    grouping.roots(true);
    grouping.locals(0, lasting);
    grouping.search(lasting, progress);
    int strong = grouping.reached;
    grouping.softReferents();
    grouping.search(strong, progress);
    graph.forEach(
        (object, classNumber, size, length) -> {
          if (grouping.groupOf[object] != NONE) {
            grouping.table.add(grouping.groupOf[object], size);
          }
        });
    return grouping;
  }

  /**
   * {@return the groups of what is held if threads held nothing but for what they belong to}
   *
   * @param graph the heap
   * @param names names of steps
   * @param owners by thread the object that it belongs to, a pool for instance: only when that is
   *     held by something else does the thread hold what it refers to
   * @param progress hears how far it is
   */
  static Grouping withOwners(
      HeapGraph graph, Names names, Map<Integer, Integer> owners, HeapProgress progress) {
    Grouping grouping = new Grouping(graph, names);
    owners.keySet().forEach(thread -> grouping.groupOf[thread] = WITHHELD);
    grouping.roots(false);
    grouping.searchWithOwners(0, new HashMap<>(owners), progress);
    int lasting = grouping.reached;
    grouping.roots(true);
    for (int from = 0; from < lasting; lasting = grouping.reached) {
      grouping.locals(from, lasting);
      from = lasting;
      grouping.searchWithOwners(lasting, new HashMap<>(owners), progress);
    }
    return grouping;
  }

  /** Goes on with the threads whose owners are reached by now, until there are no more. */
  private void searchWithOwners(int from, Map<Integer, Integer> owners, HeapProgress progress) {
    search(from, progress);
    boolean more = true;
    while (more) {
      int before = reached;
      owners.entrySet().removeIf(e -> groupOf[e.getKey()] != WITHHELD || release(e));
      more = reached > before;
      search(before, progress);
    }
  }

  private boolean release(Map.Entry<Integer, Integer> threadOfOwner) {
    int thread = threadOfOwner.getKey();
    int owner = threadOfOwner.getValue();
    boolean held = owner != NONE && groupOf[owner] >= 0;
    if (held) {
      reach(thread, rootGroup(thread, RootKind.THREAD));
    }
    return held;
  }

  GroupTable table() {
    return table;
  }

  /** {@return the group of an object, or a negative number when nothing holds it} */
  int groupOf(int object) {
    return groupOf[object];
  }

  private void roots(boolean passing) {
    Roots roots = graph.roots();
    for (int i = 0; i < roots.count(); i++) {
      int object = roots.object(i);
      if (groupOf[object] == NONE && PASSING.contains(roots.kind(i)) == passing) {
        reach(object, rootGroup(object, roots.kind(i)));
      }
    }
  }

  private int rootGroup(int object, RootKind kind) {
    boolean isClass = steps.isClass(object);
    boolean thread = kind == RootKind.THREAD && !isClass;
    int label = names.of(thread ? threadLabel(object) : kind.label());
    int flags = isClass ? Flag.CLASS : thread ? Flag.THREAD : 0;
    return group(GroupTable.ROOT, label, steps.className(object), flags);
  }

  private String threadLabel(int thread) {
    int holder = graph.reader().reference(thread, "name");
    String name = graph.reader().string(holder);
    return "thread " + (name == null ? "without a name" : NamePattern.of(name));
  }

  /** What only the stacks of the threads among some objects hold. */
  private void locals(int from, int end) {
    boolean[] isThread = new boolean[graph.classes().size()];
    for (HeapClass c : graph.classes().all()) {
      isThread[c.number()] = c.isSubclassOf("java.lang.Thread");
    }
    for (int i = from; i < end; i++) {
      if (isThread[graph.classOf(order[i])]) {
        localsOf(order[i]);
      }
    }
  }

  private void localsOf(int thread) {
    references.of(thread);
    while (references.next()) {
      int target = references.target();
      if (references.label() == Label.LOCAL && groupOf[target] == NONE) {
        reach(target, step(thread, Label.LOCAL, target));
      }
    }
  }

  private void softReferents() {
    WeakReferences weak = graph.weakReferences();
    int soft = names.of(Steps.SOFT);
    for (int i = 0; i < weak.count(); i++) {
      int holder = groupOf[weak.reference(i)];
      int object = weak.referent(i);
      if (weak.strength(i) == Strength.SOFT && holder != NONE && groupOf[object] == NONE) {
        reach(object, group(holder, soft, steps.className(object), Flag.SOFT));
      }
    }
  }

  private void search(int from, HeapProgress progress) {
    for (int i = from; i < reached; i++) {
      int object = order[i];
      references.of(object);
      while (references.next()) {
        int target = references.target();
        if (groupOf[target] == NONE && references.label() != Label.LOCAL) {
          reach(target, step(object, references.label(), target));
        }
      }
      if (i % STEP == 0) {
        progress.at("grouping objects by path", i, graph.objects());
      }
    }
  }

  private void reach(int object, int group) {
    groupOf[object] = group;
    table.countOne(group);
    order[reached++] = object;
  }

  private int step(int from, int label, int object) {
    int parent = groupOf[from];
    boolean isClass = steps.isClass(object);
    if (!isClass && graph.classOf(from) == graph.classOf(object) && !steps.isClass(from)) {
      return parent;
    }
    int labelName = steps.label(from, label, object);
    int className = steps.className(object);
    if (parent == lastParent && labelName == lastLabel && className == lastClass) {
      return lastGroup;
    }
    int known = table.find(parent, labelName, className);
    if (known < 0) {
      int inherited = table.flags(parent) & Flag.SOFT;
      int flags = steps.flags(from, label, object) | inherited;
      known = group(parent, labelName, className, isClass ? flags | Flag.CLASS : flags);
    }
    lastParent = parent;
    lastLabel = labelName;
    lastClass = className;
    lastGroup = known;
    return known;
  }

  private int group(int parent, int labelName, int className, int flags) {
    int known = table.find(parent, labelName, className);
    if (known >= 0) {
      return known;
    }
    int folded =
        table.size() >= MOST_GROUPS ? parent : earlier(parent, labelName, className, flags);
    if (folded >= 0) {
      table.alias(parent, labelName, className, folded);
      return folded;
    }
    return table.make(parent, labelName, className, flags);
  }

  /** {@return the group further up that took the same step, or -1} */
  private int earlier(int parent, int labelName, int className, int flags) {
    if ((flags & Flag.INSIDE) != 0 && (flags & Flag.BY_INSIDE) != 0) {
      return NONE;
    }
    int group = parent;
    for (int i = 0; i < FOLD_DEPTH && group != GroupTable.ROOT; i++) {
      if (table.label(group) == labelName && table.className(group) == className) {
        return group;
      }
      group = table.parent(group);
    }
    return NONE;
  }
}
