package io.github.memoryleak.rounds;

import io.github.memoryleak.finding.GrowingType;
import java.util.List;
import java.util.Optional;

/**
 * Which of the growing types are class loaders or classes. A loader that stays keeps all of its
 * classes, so it says more about a leak than anything else that grows with it; classes do where no
 * loader grows.
 */
public final class ClassTypes {
  /** A loader in each loop, or in each second one. */
  private static final double COUNTED = 0.5;

  private ClassTypes() {}

  /** {@return the first class loader among types that grow, if there is one} */
  public static Optional<GrowingType> loader(List<GrowingType> types) {
    return types.stream()
        .filter(t -> t.countPerLoop() >= COUNTED && isLoader(t.type()))
        .findFirst();
  }

  /** {@return the classes among types that grow, if they do} */
  public static Optional<GrowingType> classes(List<GrowingType> types) {
    return types.stream().filter(ClassTypes::isClass).findFirst();
  }

  /** {@return whether these are classes, one in each loop or in each second one} */
  public static boolean isClass(GrowingType type) {
    return type.countPerLoop() >= COUNTED && type.type().equals(Class.class.getName());
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
