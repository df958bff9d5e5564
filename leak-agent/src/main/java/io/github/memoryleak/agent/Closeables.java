package io.github.memoryleak.agent;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.security.CodeSource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes whose objects may own memory of native code, and are to be closed: the closeable ones
 * of each jar in which some class has native methods. Their superclasses are among them, as the
 * method that closes may be there.
 */
final class Closeables {
  private Closeables() {}

  /**
   * {@return the names of such classes}
   *
   * @param loaded the classes of the JVM
   */
  static Set<String> names(Class<?>[] loaded) {
    Set<String> sources = new HashSet<>();
    for (Class<?> one : loaded) {
      String source = source(one);
      if (source != null && !sources.contains(source) && hasNativeMethod(one)) {
        sources.add(source);
      }
    }
    Set<String> names = new HashSet<>();
    for (Class<?> one : loaded) {
      String source = source(one);
      if (source != null && sources.contains(source) && isCloseable(one)) {
        addWithParents(names, one);
      }
    }
    return names;
  }

  private static boolean isCloseable(Class<?> one) {
    return AutoCloseable.class.isAssignableFrom(one) && !one.isInterface();
  }

  private static void addWithParents(Set<String> names, Class<?> closeable) {
    for (Class<?> one = closeable; one != null && source(one) != null; one = one.getSuperclass()) {
      names.add(one.getName());
    }
  }

  /** Classes of the JDK have none. */
  private static @Nullable String source(Class<?> one) {
    CodeSource source =
        one.getClassLoader() == null ? null : one.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    return location == null || location.getProtocol().equals("jrt") ? null : location.toString();
  }

  private static boolean hasNativeMethod(Class<?> one) {
    try {
      for (Method method : one.getDeclaredMethods()) {
        if (Modifier.isNative(method.getModifiers())) {
          return true;
        }
      }
    } catch (LinkageError e) {
      // It refers to a class that is not there.
    }
    return false;
  }
}
