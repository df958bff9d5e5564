package io.github.memoryleak.heap.dsl;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The fields of classes of the JDK, as far as an analysis reads them. Made when asked for. */
final class JdkClasses {
  /** A class, its superclass, its fields with their types; later lines are of later releases. */
  private static final String TABLE =
      """
      java.lang.ClassLoader java.lang.Object parent:L name:L unnamedModule:L nameAndId:L parallelLockMap:L package2certs:L classes:L defaultDomain:L packages:L libraries:L assertionLock:L defaultAssertionStatus:Z packageAssertionStatus:L classAssertionStatus:L classLoaderValueMap:L
      java.security.SecureClassLoader java.lang.ClassLoader pdcache:L
      java.net.URLClassLoader java.security.SecureClassLoader acc:L ucp:L closeables:L
      jdk.internal.loader.BuiltinClassLoader java.security.SecureClassLoader parent:L ucp:L nameToModule:L moduleToReader:L resourceCache:L
      jdk.internal.loader.ClassLoaders$AppClassLoader jdk.internal.loader.BuiltinClassLoader ucp:L
      jdk.internal.loader.ClassLoaders$PlatformClassLoader jdk.internal.loader.BuiltinClassLoader
      jdk.internal.loader.URLClassPath java.lang.Object path:L unopenedUrls:L loaders:L lmap:L jarHandler:L closed:Z acc:L
      java.net.URL java.lang.Object protocol:L host:L port:I file:L query:L authority:L path:L userInfo:L ref:L hostAddress:L handler:L hashCode:I tempState:L
      java.lang.Integer java.lang.Number value:I
      java.lang.Long java.lang.Number value:J
      java.lang.Number java.lang.Object
      java.lang.Boolean java.lang.Object value:Z
      java.util.AbstractCollection java.lang.Object
      java.util.AbstractList java.util.AbstractCollection modCount:I
      java.util.AbstractSequentialList java.util.AbstractList
      java.util.AbstractSet java.util.AbstractCollection
      java.util.AbstractQueue java.util.AbstractCollection
      java.util.AbstractMap java.lang.Object keySet:L values:L
      java.util.ArrayList java.util.AbstractList elementData:L size:I
      java.util.Vector java.util.AbstractList elementData:L elementCount:I capacityIncrement:I
      java.util.LinkedList java.util.AbstractSequentialList size:I first:L last:L
      java.util.LinkedList$Node java.lang.Object item:L next:L prev:L
      java.util.ArrayDeque java.util.AbstractCollection elements:L head:I tail:I
      java.util.PriorityQueue java.util.AbstractQueue queue:L size:I comparator:L modCount:I
      java.util.concurrent.CopyOnWriteArrayList java.lang.Object lock:L array:L
      java.util.HashMap java.util.AbstractMap table:L entrySet:L size:I modCount:I threshold:I loadFactor:F
      java.util.HashMap$Node java.lang.Object hash:I key:L value:L next:L
      java.util.LinkedHashMap java.util.HashMap head:L tail:L accessOrder:Z
      java.util.LinkedHashMap$Entry java.util.HashMap$Node before:L after:L
      java.util.HashSet java.util.AbstractSet map:L
      java.util.LinkedHashSet java.util.HashSet
      java.util.TreeMap java.util.AbstractMap comparator:L root:L size:I modCount:I entrySet:L navigableKeySet:L descendingMap:L
      java.util.TreeMap$Entry java.lang.Object key:L value:L left:L right:L parent:L color:Z
      java.util.IdentityHashMap java.util.AbstractMap table:L size:I modCount:I entrySet:L
      java.util.WeakHashMap java.util.AbstractMap table:L size:I threshold:I loadFactor:F queue:L modCount:I entrySet:L
      java.util.WeakHashMap$Entry java.lang.ref.WeakReference value:L hash:I next:L
      java.util.concurrent.ConcurrentHashMap java.util.AbstractMap table:L nextTable:L baseCount:J sizeCtl:I transferIndex:I cellsBusy:I counterCells:L keySet:L values:L entrySet:L
      java.util.concurrent.ConcurrentHashMap$Node java.lang.Object hash:I key:L val:L next:L
      java.lang.ref.Reference java.lang.Object referent:L queue:L next:L discovered:L
      java.lang.ref.WeakReference java.lang.ref.Reference
      java.lang.ref.SoftReference java.lang.ref.Reference timestamp:J
      java.lang.ref.PhantomReference java.lang.ref.Reference
      java.lang.ref.FinalReference java.lang.ref.Reference
      java.lang.ref.Finalizer java.lang.ref.FinalReference next:L prev:L
      java.lang.ThreadLocal java.lang.Object threadLocalHashCode:I
      java.lang.ThreadLocal$ThreadLocalMap java.lang.Object table:L size:I threshold:I
      java.lang.ThreadLocal$ThreadLocalMap$Entry java.lang.ref.WeakReference value:L
      8 java.lang.String java.lang.Object value:L hash:I
      9 java.lang.String java.lang.Object value:L coder:B hash:I hashIsZero:Z
      8 java.lang.Thread java.lang.Object name:L priority:I daemon:Z interrupted:Z stillborn:Z eetop:J target:L group:L contextClassLoader:L inheritedAccessControlContext:L threadLocals:L inheritableThreadLocals:L stackSize:J tid:J threadStatus:I parkBlocker:L blocker:L blockerLock:L uncaughtExceptionHandler:L threadLocalRandomSeed:J threadLocalRandomProbe:I threadLocalRandomSecondarySeed:I
      19 java.lang.Thread java.lang.Object eetop:J tid:J name:L interrupted:Z contextClassLoader:L holder:L threadLocals:L inheritableThreadLocals:L scopedValueBindings:L interruptLock:L parkBlocker:L nioBlocker:L cont:L uncaughtExceptionHandler:L threadLocalRandomSeed:J threadLocalRandomProbe:I threadLocalRandomSecondarySeed:I container:L headStackableScopes:L
      19 java.lang.Thread$FieldHolder java.lang.Object group:L task:L stackSize:J priority:I daemon:Z threadStatus:I
      """;

  private final Dump dump;
  private final Map<String, String[]> lines = new HashMap<>();
  private final Map<String, DumpClass> made = new HashMap<>();

  JdkClasses(Dump dump, int release) {
    this.dump = dump;
    made.put("java.lang.Object", dump.objectClass());
    made.put("java.lang.Class", dump.classClass());
    TABLE.lines().map(line -> line.split(" ")).forEach(words -> read(words, release));
  }

  private void read(String[] words, int release) {
    boolean since = Character.isDigit(words[0].charAt(0));
    if (!since) {
      lines.put(words[0], words);
    } else if (Integer.parseInt(words[0]) <= release) {
      lines.put(words[1], Arrays.copyOfRange(words, 1, words.length));
    }
  }

  DumpClass get(String name) {
    DumpClass present = made.get(name);
    if (present != null) {
      return present;
    }
    String[] words = lines.get(name);
    if (words == null) {
      throw new IllegalArgumentException("Not in the table of the JDK's classes: " + name);
    }
    DumpClass parent = get(words[1]);
    DumpClass clazz = dump.clazz(name).extending(parent);
    for (int i = 2; i < words.length; i++) {
      int colon = words[i].indexOf(':');
      clazz.field(words[i].substring(0, colon), Type.of(words[i].charAt(colon + 1)));
    }
    made.put(name, clazz);
    return clazz;
  }
}
