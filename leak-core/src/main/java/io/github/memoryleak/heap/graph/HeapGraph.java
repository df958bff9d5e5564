package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.Concurrent;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.HprofFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The objects of a dump and their strong references.
 *
 * <p>Objects have numbers from 0 to {@link #objects()} - 1. The object of class c has the number c,
 * so the first numbers are those of the classes; the other objects follow in the order of the file.
 * The referent of a soft, weak, final or phantom reference is not among the {@link #references}.
 *
 * <p>The file must stay open as long as the graph is used. Safe for use by several threads.
 */
public final class HeapGraph {
  private final GraphTables tables;
  private final Numbers numbers;
  private final ObjectSizes sizes;
  private final ReferenceTable references;
  private final Roots roots;
  private final WeakReferences weak;
  private final ObjectReader reader;

  HeapGraph(GraphTables tables, Numbers numbers, SizeModel model, Links links) {
    this.tables = tables;
    this.numbers = numbers;
    references = links.references();
    roots = links.roots();
    weak = links.weak();
    sizes = new ObjectSizes(tables, references, model);
    reader = new ObjectReader(this);
  }

  /** What leads to objects. */
  record Links(ReferenceTable references, Roots roots, WeakReferences weak) {}

  /**
   * Reads the graph of a dump.
   *
   * @param file the dump
   * @param labelled whether {@link References#label} will be asked; costs a byte for each field
   * @param progress hears how far it is
   * @return the graph
   * @throws HprofException at a byte that makes no sense
   * @throws HeapTooLargeException for more than 2^31 objects, or references of more than 4 GiB
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
    return tables.classOf().objects();
  }

  /** {@return how many strong references there are} */
  public long referenceCount() {
    return references.references();
  }

  /** {@return what steps over the strong references of objects; for one thread} */
  public References references() {
    return new References(references, tables.labelled(), tables::elementLabel);
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
    return sizes.of(object);
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
    References held = references().of(from);
    while (held.next()) {
      if (held.target() == to) {
        return held.label();
      }
    }
    return Label.OTHER;
  }

  /**
   * {@return a label for people: the name of a field, {@code []} for an element}
   *
   * @param from the object that holds the reference
   * @param label as from {@link References#label}
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
    sizes.show(0, objects(), visitor);
  }

  /**
   * Shows all objects, those of different ranges at the same time.
   *
   * @param visitor sees them, each once, from several threads
   */
  public void forEachConcurrently(ObjectVisitor visitor) {
    int threads = Runtime.getRuntime().availableProcessors();
    int each = objects() / threads + 1;
    List<Concurrent<Integer>> others = new ArrayList<>();
    for (int from = each; from < objects(); from += each) {
      int first = from;
      others.add(
          Concurrent.start(() -> sizes.show(first, Math.min(objects(), first + each), visitor)));
    }
    sizes.show(0, Math.min(objects(), each), visitor);
    others.forEach(Concurrent::get);
  }
}
