package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What HotSpot puts into instances of its own classes and no dump shows: fields that it injects,
 * and the padding around the random numbers of a thread, which keeps them in a cache line of their
 * own.
 *
 * <p>Source: {@code javaClasses.hpp} of the OpenJDK.
 */
final class Injected {
  private static final String CLASS = "java.lang.Class";
  private static final String SIGNERS = "signers";
  private static final String THREAD = "java.lang.Thread";
  private static final String RANDOM = "threadLocalRandom";

  /** A field of threads since JDK 19, where nothing is padded. */
  private static final String HOLDER = "holder";

  private static final int PADDING = 128;

  /** By class and name; a pointer stands as a long. Some became fields of the class later. */
  private static final Map<String, Map<String, FieldType>> FIELDS =
      Map.of(
          CLASS,
          Map.of(
              "klass", FieldType.LONG,
              "arrayKlass", FieldType.LONG,
              "oopSize", FieldType.INT,
              "staticOopFieldCount", FieldType.INT,
              "protectionDomain", FieldType.OBJECT,
              "signers", FieldType.OBJECT,
              "sourceFile", FieldType.OBJECT),
          "java.lang.ClassLoader",
          Map.of("loaderData", FieldType.LONG),
          "java.lang.InternalError",
          Map.of("duringUnsafeAccess", FieldType.BOOLEAN),
          "java.lang.Module",
          Map.of("moduleEntry", FieldType.LONG),
          "java.lang.invoke.MemberName",
          Map.of("vmindex", FieldType.LONG),
          "java.lang.invoke.ResolvedMethodName",
          Map.of("vmholder", FieldType.OBJECT, "vmtarget", FieldType.LONG),
          "java.lang.invoke.MethodHandleNatives$CallSiteContext",
          Map.of("vmdependencies", FieldType.LONG, "lastCleanup", FieldType.LONG));

  /** Of classes since their signers are a field. */
  private static final Map<String, FieldType> CLASS_FIELDS =
      Map.of(
          "klass", FieldType.LONG,
          "arrayKlass", FieldType.LONG,
          "oopSize", FieldType.INT,
          "staticOopFieldCount", FieldType.INT,
          "initLock", FieldType.OBJECT,
          "sourceFile", FieldType.OBJECT,
          "rawAccessFlags", FieldType.CHAR);

  /** Of threads since JDK 19. */
  private static final Map<String, FieldType> THREAD_FIELDS =
      Map.of(
          "jvmtiThreadState", FieldType.LONG,
          "jvmtiTransitionDisableCount", FieldType.INT,
          "jvmtiIsInTransition", FieldType.BOOLEAN,
          "jfrEpoch", FieldType.SHORT);

  private Injected() {}

  /**
   * {@return the layout of a class}
   *
   * @param base that of its superclass
   * @param className its name
   * @param own the fields that it declares
   * @param pointer bytes of a pointer of the JVM
   */
  static Layout layout(Layout base, String className, List<HeapField> own, int pointer) {
    Set<String> declared = own.stream().map(HeapField::name).collect(Collectors.toSet());
    boolean isThread = className.equals(THREAD);
    boolean isNew = declared.contains(HOLDER);
    List<FieldType> regular = new ArrayList<>();
    List<FieldType> padded = new ArrayList<>();
    for (HeapField field : own) {
      boolean apart = isThread && !isNew && field.name().startsWith(RANDOM);
      (apart ? padded : regular).add(field.type());
    }
    injected(className, declared)
        .forEach(
            (name, type) -> {
              if (!declared.contains(name)) {
                regular.add(narrowed(type, pointer));
              }
            });
    Layout layout = base.with(regular);
    return padded.isEmpty() ? layout : layout.padded(PADDING).with(padded).padded(PADDING);
  }

  private static Map<String, FieldType> injected(String className, Set<String> declared) {
    if (className.equals(THREAD) && declared.contains(HOLDER)) {
      return THREAD_FIELDS;
    }
    return className.equals(CLASS) && declared.contains(SIGNERS)
        ? CLASS_FIELDS
        : FIELDS.getOrDefault(className, Map.of());
  }

  private static FieldType narrowed(FieldType type, int pointer) {
    return type == FieldType.LONG && pointer == Integer.BYTES ? FieldType.INT : type;
  }
}
