package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.References;
import org.jspecify.annotations.Nullable;

/** Reads single collections of the JDK. */
final class CollectionReader {
  private final HeapView view;
  private final HeapGraph graph;
  private final Fields fields;
  private final References references;
  private final CollectionLayouts layouts = new CollectionLayouts();

  CollectionReader(HeapView view) {
    this.view = view;
    graph = view.graph();
    fields = new Fields(graph);
    references = graph.references();
  }

  /** Whether objects of a class can be read. */
  boolean knows(HeapClass type) {
    return layouts.of(type) != null || layouts.innerField(type) != null;
  }

  /** The collection that this one wraps, or -1. */
  int inner(int object) {
    String field = layouts.innerField(view.classOf(object));
    return field == null ? -1 : fields.reference(object, field);
  }

  /** The collection, or null when it is none or cannot be read. */
  @Nullable LogicalCollection read(int object) {
    if (view.isClass(object)) {
      return null;
    }
    int inner = inner(object);
    int inside = inner < 0 ? object : inner;
    CollectionLayout layout = layouts.of(view.classOf(inside));
    long size = layout == null ? -1 : layout.size().size(fields, inside);
    return layout == null || size < 0 ? null : measured(object, inside, layout, size);
  }

  private LogicalCollection measured(int object, int inside, CollectionLayout layout, long size) {
    int table = layout.table().isEmpty() ? -1 : fields.reference(inside, layout.table());
    int length = Math.max(0, fields.length(table));
    long waste = size == 0 ? bytesOf(object, inside, table, length) : 0;
    if (size > 0 && length > 0) {
      long used = layout.isHashed() ? usedSlots(table) : size * layout.slots();
      waste = Math.max(0, length - used) * slotBytes(table, length);
    }
    return new LogicalCollection(object, size, length / layout.slots(), waste);
  }

  private long bytesOf(int object, int inside, int table, int length) {
    long bytes = graph.shallowSize(object);
    bytes += inside == object ? 0 : graph.shallowSize(inside);
    return bytes + (length == 0 ? 0 : graph.shallowSize(table));
  }

  private long usedSlots(int table) {
    return references.of(table).count();
  }

  /** 4 or 8: the header takes at most 24 bytes, so from three slots on the size tells. */
  private long slotBytes(int table, int length) {
    return graph.shallowSize(table) >= 16 + 8L * length && length > 1 ? 8 : 4;
  }
}
