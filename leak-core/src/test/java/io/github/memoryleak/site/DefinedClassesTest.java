package io.github.memoryleak.site;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which stack defines classes: lookups, class loaders and proxies do. */
class DefinedClassesTest {
  private final List<Object> kept = new ArrayList<>();

  static final class Template {}

  private void define() throws Exception {
    try (InputStream code =
        Template.class.getResourceAsStream("DefinedClassesTest$Template.class")) {
      kept.add(
          MethodHandles.lookup()
              .defineHiddenClass(requireNonNull(code).readAllBytes(), false)
              .lookupClass());
    }
  }

  /** Defines classes as it likes, as those of scripts do. */
  private static final class Loader extends ClassLoader {
    Class<?> define(byte[] code) {
      return defineClass(null, code, 0, code.length);
    }
  }

  private void load() throws Exception {
    try (InputStream code =
        Template.class.getResourceAsStream("DefinedClassesTest$Template.class")) {
      kept.add(new Loader().define(requireNonNull(code).readAllBytes()));
    }
  }

  private void proxy() {
    ClassLoader loader = new Loader();
    kept.add(
        Proxy.newProxyInstance(loader, new Class<?>[] {Runnable.class}, (self, method, a) -> null));
  }

  @Test
  void who_defines_a_class_is_told() throws Exception {
    // The first one has the JDK load what it makes proxies with.
    proxy();
    SiteRecorder recorder =
        SiteRecorder.start(
            new SiteRecorder.Wanted(Set.of(SiteRecorder.DEFINED), Set.of(), false, 0));
    List<Creation> creations;
    try {
      for (int i = 0; i < 4; i++) {
        define();
      }
      for (int i = 0; i < 3; i++) {
        load();
      }
      for (int i = 0; i < 2; i++) {
        proxy();
      }
    } finally {
      creations = recorder.stop(System::gc);
    }
    assertThat(creations).extracting(Creation::type).containsOnly(SiteRecorder.DEFINED);
    assertThat(creations)
        .filteredOn(c -> c.objects() > 1)
        .extracting(c -> c.objects() + " " + maker(c))
        .containsExactly("4 define", "3 load", "2 proxy");
  }

  /** The innermost frame of this test. */
  private static String maker(Creation creation) {
    return creation.stack().stream()
        .filter(f -> f.getClassName().equals(DefinedClassesTest.class.getName()))
        .findFirst()
        .map(StackTraceElement::getMethodName)
        .orElse("");
  }
}
