package io.github.memoryleak.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** Changes the classes that make what is wanted, those loaded already and those loaded later. */
final class SiteTransformer implements ClassFileTransformer {
  private static final String OWN = "io/github/memoryleak/agent/";

  /** In which of the JDK's packages arrays are looked for; the others are near the recorder. */
  private static final Set<String> JDK_WITH_ARRAYS =
      Set.of("java/lang", "java/util", "java/io", "java/nio", "java/math", "java/lang/reflect");

  private static final List<String> JDK_ALONE = List.of("java/", "jdk/", "sun/");

  /** Libraries have packages below {@code javax} and {@code com.sun}, too. */
  private static final Set<String> JDK =
      ModuleLayer.boot().modules().stream()
          .filter(module -> module.getName().matches("(java|jdk)\\..*"))
          .flatMap(module -> module.getPackages().stream())
          .map(name -> name.replace('.', '/'))
          .collect(Collectors.toUnmodifiableSet());

  private final Wanted wanted;
  private final List<Class<?>> changed = new ArrayList<>();

  private SiteTransformer(Wanted wanted) {
    this.wanted = wanted;
  }

  static SiteTransformer install(Instrumentation jvm, Wanted wanted) {
    SiteTransformer transformer = new SiteTransformer(wanted);
    for (Class<?> loaded : jvm.getAllLoadedClasses()) {
      if (jvm.isModifiableClass(loaded)
          && !loaded.isArray()
          && transformer.isMeant(loaded.getName().replace('.', '/'))) {
        transformer.changed.add(loaded);
      }
    }
    jvm.addTransformer(transformer, true);
    transformer.retransform(jvm);
    return transformer;
  }

  void remove(Instrumentation jvm) {
    jvm.removeTransformer(this);
    retransform(jvm);
  }

  private void retransform(Instrumentation jvm) {
    retransform(jvm, changed);
  }

  /**
   * One class that cannot be changed, as its initializer has failed for instance, must not keep the
   * others from it. It is found by halving: one by one takes minutes where there are thousands.
   */
  private static void retransform(Instrumentation jvm, List<Class<?>> classes) {
    try {
      jvm.retransformClasses(classes.toArray(Class<?>[]::new));
    } catch (UnmodifiableClassException | RuntimeException | LinkageError | InternalError e) {
      int half = classes.size() / 2;
      if (half > 0) {
        retransform(jvm, classes.subList(0, half));
        retransform(jvm, classes.subList(half, classes.size()));
      }
      // One that is left alone stays as it is: its objects have no site.
    }
  }

  private boolean isMeant(String name) {
    return wanted.classes().contains(name.replace('/', '.'))
        || wanted.lambdaHosts().contains(name.replace('/', '.'))
        || (wanted.threads() && name.equals("java/lang/Thread"))
        || (wanted.definitions() && mayDefineClasses(name))
        || (!wanted.arrays().isEmpty() && mayMakeArrays(name));
  }

  /** Lookups, proxies and the like define theirs by an inner class of {@code System}. */
  static boolean mayDefineClasses(String name) {
    return name.equals("java/lang/ClassLoader") || name.startsWith("java/lang/System$");
  }

  private static boolean mayMakeArrays(String name) {
    if (name.startsWith(OWN)) {
      return false;
    }
    int slash = name.lastIndexOf('/');
    String place = slash < 0 ? "" : name.substring(0, slash);
    return (JDK_ALONE.stream().noneMatch(name::startsWith) && !JDK.contains(place))
        || JDK_WITH_ARRAYS.contains(place)
        || name.equals("jdk/internal/misc/Unsafe");
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (name == null || name.startsWith(OWN) || !isMeant(name)) {
      return null;
    }
    try {
      ClassReader reader = new ClassReader(bytes);
      ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
      reader.accept(new SiteClassVisitor(writer, name, wanted), 0);
      return writer.toByteArray();
    } catch (RuntimeException e) {
      // A class file that ASM cannot read stays as it is.
      return null;
    }
  }
}
