package io.github.memoryleak.junit.jupiter;

import io.github.memoryleak.junit.Measuring;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Notes the tests that must be free of leaks while they run; they are measured when the outermost
 * class has ended, as its fixture is free for a second time only then.
 */
final class LeakFreeExtension implements BeforeEachCallback, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(LeakFreeExtension.class);

  @Override
  public void beforeEach(ExtensionContext context) {
    if (!Measuring.isActive()) {
      annotation(context).ifPresent(limits -> tests(context).add(test(context, limits)));
    }
  }

  /** A test that fails is not repeated: its failure is what has to be mended. */
  @Override
  public void afterEach(ExtensionContext context) {
    if (!Measuring.isActive() && context.getExecutionException().isPresent()) {
      tests(context).remove(RepeatedTest.idOf(context));
    }
  }

  private static RepeatedTest test(ExtensionContext context, LeakFree limits) {
    List<AllowLeak> allowed =
        places(context)
            .flatMap(
                place ->
                    AnnotationSupport.findRepeatableAnnotations(place, AllowLeak.class).stream())
            .toList();
    String method = context.getTestMethod().map(Method::getName).orElse("");
    return new RepeatedTest(
        RepeatedTest.idOf(context),
        context.getRequiredTestClass().getName() + "#" + method,
        limits,
        allowed);
  }

  /** It may be on an annotation of the project's own. */
  private static Optional<LeakFree> annotation(ExtensionContext context) {
    return places(context)
        .flatMap(place -> AnnotationSupport.findAnnotation(place, LeakFree.class).stream())
        .findFirst();
  }

  /** The method, its class, and the classes around that. */
  private static Stream<AnnotatedElement> places(ExtensionContext context) {
    List<AnnotatedElement> places = new ArrayList<>();
    context.getTestMethod().ifPresent(places::add);
    Class<?> type = context.getRequiredTestClass();
    while (type != null) {
      places.add(type);
      type = type.getEnclosingClass();
    }
    return places.stream();
  }

  /** The tests that are measured at the end of the outermost class. */
  private static synchronized RepeatedTests tests(ExtensionContext context) {
    ExtensionContext outermost = context;
    while (outermost.getParent().flatMap(ExtensionContext::getTestClass).isPresent()) {
      outermost = outermost.getParent().orElseThrow();
    }
    Store store = outermost.getStore(NAMESPACE);
    RepeatedTests tests = store.get(RepeatedTests.class, RepeatedTests.class);
    if (tests == null) {
      tests = new RepeatedTests();
      store.put(RepeatedTests.class, tests);
    }
    return tests;
  }
}
