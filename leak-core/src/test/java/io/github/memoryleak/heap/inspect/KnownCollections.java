package io.github.memoryleak.heap.inspect;

import java.io.IOException;
import java.time.DayOfWeek;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Set;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.stream.IntStream;

/** Collections of known sizes, each in a static field: what a dumped JVM holds. */
final class KnownCollections {
  private static final List<Integer> SEVEN = IntStream.range(0, 7).boxed().toList();

  static final List<Integer> ARRAY_LIST = filled(new ArrayList<>(100));
  static final List<Integer> ARRAY_LIST_EMPTY = new ArrayList<>(50);
  static final List<Integer> ARRAYS_LIST = Arrays.asList(1, 2, 3);
  static final List<Integer> VECTOR = filled(new Vector<>(20));
  static final List<Integer> STACK = filled(new Stack<>());
  static final List<Integer> LINKED_LIST = filled(new LinkedList<>());
  static final List<Integer> COPY_ON_WRITE_LIST = new CopyOnWriteArrayList<>(SEVEN);
  static final Collection<Integer> ARRAY_DEQUE = wrappedAround(new ArrayDeque<>(8));
  static final Collection<Integer> PRIORITY_QUEUE = filled(new PriorityQueue<>(30));
  static final Collection<Integer> PRIORITY_BLOCKING_QUEUE =
      filled(new PriorityBlockingQueue<>(30));
  static final Collection<Integer> CONCURRENT_QUEUE = filled(new ConcurrentLinkedQueue<>());
  static final Collection<Integer> CONCURRENT_DEQUE = filled(new ConcurrentLinkedDeque<>());
  static final Collection<Integer> BLOCKING_QUEUE = filled(new LinkedBlockingQueue<>());
  static final Collection<Integer> BLOCKING_DEQUE = filled(new LinkedBlockingDeque<>());
  static final Collection<Integer> ARRAY_BLOCKING_QUEUE = filled(new ArrayBlockingQueue<>(40));

  static final Map<Integer, Integer> HASH_MAP = filled(new HashMap<>(64));
  static final Map<Integer, Integer> LINKED_HASH_MAP = filled(new LinkedHashMap<>());
  static final Map<Integer, Integer> TREE_MAP = filled(new TreeMap<>());
  static final Map<Integer, Integer> HASHTABLE = filled(new Hashtable<>(23));
  static final Map<Integer, Integer> CONCURRENT_MAP = filled(new ConcurrentHashMap<>(100));
  static final Map<Integer, Integer> IDENTITY_MAP = filled(new IdentityHashMap<>(21));
  static final Map<Integer, Integer> WEAK_MAP = filled(new WeakHashMap<>());
  static final Map<Integer, Integer> SKIP_LIST_MAP = filled(new ConcurrentSkipListMap<>());
  static final Map<DayOfWeek, String> ENUM_MAP =
      new EnumMap<>(Map.of(DayOfWeek.MONDAY, "a", DayOfWeek.FRIDAY, "b"));
  static final Map<String, String> MAP_1 = Map.of("a", "1");
  static final Map<String, String> MAP_N = Map.of("a", "1", "b", "2", "c", "3");
  static final Properties PROPERTIES = properties();

  static final Set<Integer> HASH_SET = filled(new HashSet<>(64));
  static final Set<Integer> LINKED_HASH_SET = filled(new LinkedHashSet<>());
  static final Set<Integer> TREE_SET = filled(new TreeSet<>());
  static final Set<Integer> COPY_ON_WRITE_SET = filled(new CopyOnWriteArraySet<>());
  static final Set<Integer> SKIP_LIST_SET = filled(new ConcurrentSkipListSet<>());
  static final Set<Integer> SET_FROM_MAP =
      filled(Collections.newSetFromMap(new IdentityHashMap<>(21)));
  static final Set<DayOfWeek> ENUM_SET = EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  static final Set<Integer> SET_1 = Set.of(1);
  static final Set<Integer> SET_2 = Set.of(1, 2);
  static final Set<Integer> SET_N = Set.of(1, 2, 3);
  static final List<Integer> LIST_1 = List.of(1);
  static final List<Integer> LIST_2 = List.of(1, 2);
  static final List<Integer> LIST_N = List.of(1, 2, 3);

  private KnownCollections() {}

  /** Dumps the heap of the JVM that it runs in to a file. */
  public static void main(String[] args) throws IOException {
    DumpingChild.dumpTo(args[0]);
  }

  private static <C extends Collection<Integer>> C filled(C collection) {
    collection.addAll(SEVEN);
    return collection;
  }

  private static Map<Integer, Integer> filled(Map<Integer, Integer> map) {
    SEVEN.forEach(i -> map.put(i, i));
    return map;
  }

  /** The last elements lie before the first one in the array. */
  private static Collection<Integer> wrappedAround(ArrayDeque<Integer> deque) {
    deque.addAll(SEVEN);
    for (int i = 0; i < 5; i++) {
      deque.addLast(deque.removeFirst());
    }
    return deque;
  }

  private static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("a", "1");
    properties.setProperty("b", "2");
    return properties;
  }
}
