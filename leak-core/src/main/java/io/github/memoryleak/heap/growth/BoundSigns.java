package io.github.memoryleak.heap.growth;

import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.HeapField;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.hprof.FieldType;
import io.github.memoryleak.names.JdkClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the fields of a single object say about a limit. */
final class BoundSigns {
  /** Ends of class names, as libraries are often copied into packages of others, and the field. */
  private static final Map<String, String> CACHES =
      Map.of(
          ".caffeine.cache.BoundedLocalCache", "maximum",
          ".google.common.cache.LocalCache", "maxWeight",
          "java.util.concurrent.LinkedBlockingQueue", "capacity",
          "java.util.concurrent.LinkedBlockingDeque", "capacity");

  private static final String ARRAY_QUEUE = "java.util.concurrent.ArrayBlockingQueue";
  private static final String ELDEST = "java.util.LinkedHashMap";

  private static final Pattern LIMIT =
      Pattern.compile("max|most|capacity|limit|bound|size", Pattern.CASE_INSENSITIVE);

  /** Each element is an array of several objects that count. */
  private static final String ARRAYS = "[][]";

  /** Limits of other things than a number of objects. */
  private static final Pattern OTHER =
      Pattern.compile(
          "time|milli|nano|second|delay|interval|retr|attempt|thread|port|threshold|priority",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> ATOMIC =
      Set.of("java.util.concurrent.atomic.AtomicInteger", "java.util.concurrent.atomic.AtomicLong");

  /** From this on a number says "without limit". */
  private static final long ENDLESS = Integer.MAX_VALUE;

  /** A number that is further away has nothing to do with what grows. */
  private static final int NEAR = 5;

  private final HeapGraph graph;

  BoundSigns(HeapGraph graph) {
    this.graph = graph;
  }

  /**
   * {@return the signs at one owner}
   *
   * @param object the owner: an object, an array or a class
   * @param steps how far it is from what grows
   * @param inside whether what refers to the owner is the inside of a collection
   */
  List<Bound> of(int object, int steps, boolean inside) {
    List<Bound> found = new ArrayList<>();
    if (isClass(object)) {
      statics(graph.classes().get(object), found);
      return found;
    }
    HeapClass c = graph.classes().get(graph.classOf(object));
    if (c.isArray()) {
      array(object, c, inside, found);
      return found;
    }
    caches(object, c, found);
    if (!JdkClasses.contains(c.name())) {
      if (c.isSubclassOf(ELDEST)) {
        found.add(new Bound(Bound.Sign.ELDEST, c.name(), 0));
      }
      if (steps <= NEAR) {
        numbers(object, c, found);
        statics(c, found);
      }
    }
    return found;
  }

  private boolean isClass(int object) {
    return object < graph.classes().size();
  }

  /**
   * A ring is an array that the program itself fills; a collection makes a larger one. Empty arrays
   * at the same place change nothing.
   */
  private void array(int object, HeapClass c, boolean inside, List<Bound> found) {
    if (!inside && !c.isPrimitiveArray()) {
      int length = graph.reader().length(object);
      long used = c.name().endsWith(ARRAYS) ? graph.reader().taken(object) : Bound.UNKNOWN;
      found.add(new Bound(Bound.Sign.NUMBER, "length of " + c.name(), length, used));
    }
  }

  private void caches(int object, HeapClass c, List<Bound> found) {
    for (HeapClass known = c; known != null; known = known.superclass()) {
      String name = known.name();
      CACHES.forEach(
          (end, field) -> {
            HeapField limit = name.endsWith(end) ? c.field(field) : null;
            if (limit != null && limit.type() != FieldType.OBJECT) {
              add(
                  found,
                  Bound.Sign.CACHE,
                  name + "." + field,
                  graph.reader().primitive(object, limit));
            }
          });
    }
    if (c.isSubclassOf(ARRAY_QUEUE)) {
      int items = graph.reader().reference(object, "items");
      if (items >= 0) {
        add(found, Bound.Sign.CACHE, ARRAY_QUEUE + ".items", graph.reader().length(items));
      }
    }
  }

  private void numbers(int object, HeapClass c, List<Bound> found) {
    for (HeapField field : c.allFields()) {
      if (mayLimit(field) && !JdkClasses.contains(field.owner())) {
        add(found, Bound.Sign.NUMBER, place(field), value(object, field));
      }
    }
  }

  private long value(int object, HeapField field) {
    if (field.type() != FieldType.OBJECT) {
      return graph.reader().primitive(object, field);
    }
    int number = graph.reader().reference(object, field);
    boolean atomic =
        number >= 0 && ATOMIC.contains(graph.classes().get(graph.classOf(number)).name());
    return atomic ? graph.reader().primitive(number, "value") : 0;
  }

  private void statics(HeapClass c, List<Bound> found) {
    if (JdkClasses.contains(c.name())) {
      return;
    }
    for (HeapField field : c.staticFields()) {
      if (field.type() != FieldType.OBJECT && mayLimit(field)) {
        add(found, Bound.Sign.NUMBER, place(field), graph.reader().primitive(field));
      }
    }
  }

  private static boolean mayLimit(HeapField field) {
    boolean number =
        field.type() == FieldType.INT
            || field.type() == FieldType.LONG
            || field.type() == FieldType.OBJECT;
    return number && LIMIT.matcher(field.name()).find() && !OTHER.matcher(field.name()).find();
  }

  private static String place(HeapField field) {
    return field.owner() + "." + field.name();
  }

  private static void add(List<Bound> found, Bound.Sign sign, String place, long limit) {
    if (limit > 0 && limit < ENDLESS) {
      found.add(new Bound(sign, place, limit));
    }
  }
}
