package io.github.memoryleak.rounds;

import io.github.memoryleak.finding.GrowingType;
import java.util.List;
import java.util.Optional;

/**
 * Which of the growing types are class loaders. A loader that stays keeps all of its classes, so it
 * says more about a leak than anything else that grows with it.
 */
final class LoaderTypes {
  /** A loader in each loop, or in each second one. */
  private static final double COUNTED = 0.5;

  private LoaderTypes() {}

  /** {@return the first class loader among types that grow, if there is one} */
  static Optional<GrowingType> first(List<GrowingType> types) {
    return types.stream()
        .filter(t -> t.countPerLoop() >= COUNTED && isLoader(t.type()))
        .findFirst();
  }

  /** The class is there already, as it has instances; it is not initialised by this. */
  private static boolean isLoader(String type) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context != null ? context : ClassLoader.getSystemClassLoader();
    try {
      return !type.endsWith("[]")
          && ClassLoader.class.isAssignableFrom(Class.forName(type, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
