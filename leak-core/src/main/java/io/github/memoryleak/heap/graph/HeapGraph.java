package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.hprof.Segment;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The objects of a dump and their strong references.
 *
 * <p>Objects have numbers from 0 to {@link #objects()} - 1. The object of class c has the number c,
 * so the first numbers are those of the classes; the other objects follow in the order of the file.
 * References are numbered too, in one row: those of an object are {@link #firstEdge} to {@link
 * #endEdge} - 1. The referent of a soft, weak, final or phantom reference is not among them.
 *
 * <p>The file must stay open as long as the graph is used. Safe for use by several threads.
 */
public final class HeapGraph {
  private final GraphTables tables;
  private final Numbers numbers;
  private final SizeModel model;
  private final Edges edges;
  private final Roots roots;
  private final WeakReferences weak;
  private final ObjectReader reader;

  HeapGraph(GraphTables tables, Numbers numbers, SizeModel model, Links links) {
    this.tables = tables;
    this.numbers = numbers;
    this.model = model;
    edges = links.edges();
    roots = links.roots();
    weak = links.weak();
    reader = new ObjectReader(this);
  }

  /** What leads to objects. */
  record Links(Edges edges, Roots roots, WeakReferences weak) {}

  /**
   * Reads the graph of a dump.
   *
   * @param file the dump
   * @param labelled whether {@link #label} will be asked; costs a byte for each reference
   * @param progress hears how far it is
   * @return the graph
   * @throws HprofException at a byte that makes no sense
   * @throws HeapTooLargeException for more than 2^31 objects or references
   */
  public static HeapGraph read(HprofFile file, boolean labelled, HeapProgress progress)
      throws HprofException {
    return new GraphReader(file, progress).read(labelled);
  }

  HprofFile file() {
    return tables.file();
  }

  Numbers numbers() {
    return numbers;
  }

  ObjectPositions positions() {
    return tables.positions();
  }

  /** {@return how many objects there are, classes included} */
  public int objects() {
    return tables.firstEdge().length - 1;
  }

  /** {@return how many strong references there are} */
  public int edges() {
    return tables.firstEdge()[objects()];
  }

  /** {@return the classes} */
  public ClassTable classes() {
    return tables.classes();
  }

  /**
   * {@return the number of the class of an object; for a class that of java.lang.Class}
   *
   * @param object its number
   */
  public int classOf(int object) {
    return tables.classOf().get(object);
  }

  /**
   * {@return the shallow size in bytes, as the JVM makes objects}
   *
   * @param object its number
   */
  public long shallowSize(int object) {
    if (object < classes().size()) {
      return classes().objectSize(object);
    }
    HeapClass c = classes().get(classOf(object));
    FieldType element = c.element();
    return element == null
        ? c.instanceSize()
        : model.arraySize(element, Math.max(0, reader.length(object)));
  }

  /**
   * {@return the first reference of an object}
   *
   * @param object its number
   */
  public int firstEdge(int object) {
    return tables.firstEdge()[object];
  }

  /**
   * {@return the reference after the last one of an object}
   *
   * @param object its number
   */
  public int endEdge(int object) {
    return tables.firstEdge()[object + 1];
  }

  /**
   * {@return the object that a reference leads to}
   *
   * @param edge the number of the reference
   */
  public int target(int edge) {
    return edges.target(edge);
  }

  /**
   * {@return by what the reference is held, see {@link Label}}
   *
   * @param edge the number of the reference
   */
  public int label(int edge) {
    return edges.label(edge);
  }

  /**
   * {@return by what an object holds another one, see {@link Label}; {@link Label#OTHER} when it
   * does not}
   *
   * <p>Without labels the object is read again.
   *
   * @param from the object that holds
   * @param to the one that is held
   */
  public int labelBetween(int from, int to) {
    if (!tables.labelled()) {
      return new LabelSearch(this, from, to).find();
    }
    for (int edge = firstEdge(from), end = endEdge(from); edge < end; edge++) {
      if (target(edge) == to) {
        return label(edge);
      }
    }
    return Label.OTHER;
  }

  /**
   * {@return a label for people: the name of a field, {@code []} for an element}
   *
   * @param from the object that holds the reference
   * @param label as from {@link #label}
   */
  public String labelName(int from, int label) {
    return LabelNames.of(this, from, label);
  }

  /** {@return the roots, ordered by kind} */
  public Roots roots() {
    return roots;
  }

  /** {@return the references that are not strong} */
  public WeakReferences weakReferences() {
    return weak;
  }

  /** {@return a reader of single objects} */
  public ObjectReader reader() {
    return reader;
  }

  /**
   * Shows all objects in the order of their numbers.
   *
   * @param visitor sees them
   */
  public void forEach(ObjectVisitor visitor) {
    showClasses(visitor);
    try {
      show(visitor, file().records().segments(), classes().size(), done -> {});
    } catch (HprofException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Shows all objects, those of different parts of the file at the same time.
   *
   * @param progress hears how far it is
   * @param visitor sees them, each once, from several threads
   */
  public void forEachConcurrently(HeapProgress progress, ObjectVisitor visitor) {
    showClasses(visitor);
    Parts parts = Parts.of(file().records().segments());
    try {
      parts.each(
          "measuring objects",
          progress,
          (number, part, done) -> {
            show(visitor, part, tables.firstNumber(parts.firstSegment(number)), done);
            return number;
          });
    } catch (HprofException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void showClasses(ObjectVisitor visitor) {
    int classClass = classes().classClass();
    for (int i = 0; i < classes().size(); i++) {
      visitor.object(i, classClass, classes().objectSize(i), ObjectVisitor.NO_ARRAY);
    }
  }

  private void show(
      ObjectVisitor visitor, List<Segment> segments, int firstNumber, LongConsumer done)
      throws HprofException {
    SizeWalk walk = new SizeWalk(this, model, visitor, firstNumber);
    for (Segment segment : segments) {
      file().walk(segment, walk);
      done.accept(segment.size());
    }
  }
}
