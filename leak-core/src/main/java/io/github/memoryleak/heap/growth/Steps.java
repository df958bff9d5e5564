package io.github.memoryleak.heap.growth;

import io.github.memoryleak.heap.graph.ClassTable;
import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.HeapField;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.Label;
import java.util.List;

/** Names and properties of the steps from one object to the next. */
final class Steps {
  static final String ELEMENT = "[]";
  static final String SOFT = "<soft>";
  private static final String NODES = "<nodes>";

  private final HeapGraph graph;
  private final Names names;
  private final Containers containers;
  private final int[] classNames;
  private final int[][] labels;
  private final int element;
  private final int nodes;

  Steps(HeapGraph graph, Names names) {
    this.graph = graph;
    this.names = names;
    ClassTable classes = graph.classes();
    containers = new Containers(classes);
    classNames =
        classes.all().stream().mapToInt(c -> names.of(NormalNames.ofClass(c.name()))).toArray();
    labels = new int[classes.size()][];
    element = names.of(ELEMENT);
    nodes = names.of(NODES);
  }

  Containers containers() {
    return containers;
  }

  /** {@return the name of the class of an object; of a class "class" and its name} */
  int className(int object) {
    return isClass(object)
        ? names.of("class " + names.name(classNames[object]))
        : classNames[graph.classOf(object)];
  }

  boolean isClass(int object) {
    return object < graph.classes().size();
  }

  /**
   * {@return the name of a step: {@code owner.field}, or {@code []} and the like}
   *
   * <p>All fields of a collection that lead to its nodes are one step: a list that is entered at
   * both ends would fall into two halves otherwise.
   */
  int label(int from, int label, int object) {
    boolean node = !isClass(object) && containers.isNested(graph.classOf(object));
    boolean inside = !isClass(from) && containers.isInside(graph.classOf(from));
    return node && inside && label != Label.SLOT ? nodes : plainLabel(from, label);
  }

  private int plainLabel(int from, int label) {
    return switch (label) {
      case Label.SLOT -> element;
      case Label.LOCAL, Label.LOADER, Label.CLASS, Label.SUPER, Label.OTHER ->
          names.of(graph.labelName(from, label));
      default -> isClass(from) ? staticField(from, label) : field(graph.classOf(from), label);
    };
  }

  private int staticField(int classNumber, int label) {
    HeapClass c = graph.classes().get(classNumber);
    return names.of(
        "static " + NormalNames.ofClass(c.name()) + "." + graph.labelName(classNumber, label));
  }

  private int field(int classNumber, int label) {
    int[] known = labels[classNumber];
    if (known == null) {
      known = fields(graph.classes().get(classNumber).referenceFields());
      labels[classNumber] = known;
    }
    return known[label];
  }

  private int[] fields(List<HeapField> fields) {
    return fields.stream()
        .mapToInt(f -> names.of(NormalNames.ofClass(f.owner()) + "." + f.name()))
        .toArray();
  }

  /** {@return the flags of a group, by an object of it and the one that leads to it} */
  int flags(int from, int label, int object) {
    int flags = 0;
    if (!isClass(object) && containers.isInside(graph.classOf(object))) {
      flags |= Flag.INSIDE;
    }
    if (!isClass(object) && containers.isNode(graph.classOf(object))) {
      flags |= Flag.NODE;
    }
    if (label == Label.SLOT || (!isClass(from) && containers.isInside(graph.classOf(from)))) {
      flags |= Flag.BY_INSIDE;
    }
    return flags;
  }
}
