package io.github.memoryleak.explain;

import io.github.memoryleak.census.TypeNames;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What of a stack is told: the frames between the constructor of what leaks and the test framework,
 * without those of the JDK, of what makes mocks, and of what carries out calls of a language or of
 * native code.
 */
final class SiteFrames {
  private static final int MOST = 8;
  private static final String CONSTRUCTOR = "<init>";

  /** Where the operation is run again. */
  private static final String OURS = SiteFinder.class.getPackageName() + ".";

  /** Who runs tests again, and hears of them. */
  private static final String MEASUREMENT = "io.github.memoryleak.junit.";

  private static final List<String> FRAMEWORKS =
      List.of("org.junit.", "junit.", "org.testng.", "org.apache.maven.surefire.");

  private static final List<String> HIDDEN =
      List.of(
          "org.mockito.",
          "net.bytebuddy.",
          "com.sun.jna.",
          "org.codehaus.groovy.reflection.",
          "org.codehaus.groovy.runtime.",
          "org.codehaus.groovy.vmplugin.",
          "groovy.lang.Closure",
          "groovy.lang.DelegatingMetaClass",
          "groovy.lang.MetaClass",
          "kotlin.coroutines.jvm.internal.");

  private SiteFrames() {}

  /**
   * {@return the frames, the innermost first, such as {@code
   * com.acme.Checkout.open(Checkout.java:41)}}
   *
   * @param type the class of the objects
   * @param stack the whole stack, the innermost frame first
   */
  static List<String> of(String type, List<StackTraceElement> stack) {
    List<String> frames = ofProgram(type, stack);
    return frames.isEmpty() ? told(callers(type, stack).stream(), frame -> true) : frames;
  }

  /**
   * {@return the frames that are neither the JDK's nor the framework's; empty when the program had
   * no part in it}
   *
   * @param type the class of the objects
   * @param stack the whole stack, the innermost frame first
   */
  static List<String> ofProgram(String type, List<StackTraceElement> stack) {
    return told(callers(type, stack).stream().takeWhile(frame -> !isFramework(frame)));
  }

  /**
   * {@return whether the measurement itself made it, which has no part in any leak}
   *
   * @param type the class of the objects
   * @param stack the whole stack, the innermost frame first
   */
  static boolean isOfMeasurement(String type, List<StackTraceElement> stack) {
    return callers(type, stack).stream()
        .map(StackTraceElement::getClassName)
        .filter(name -> !isHidden(name))
        .findFirst()
        .filter(name -> name.startsWith(MEASUREMENT))
        .isPresent();
  }

  private static List<StackTraceElement> callers(String type, List<StackTraceElement> stack) {
    return stack.stream().dropWhile(frame -> isConstructorOf(type, frame)).toList();
  }

  private static List<String> told(Stream<StackTraceElement> frames) {
    return told(frames, frame -> !isHidden(frame.getClassName()));
  }

  private static List<String> told(
      Stream<StackTraceElement> frames, Predicate<StackTraceElement> which) {
    return frames.filter(which).limit(MOST).map(SiteFrames::text).toList();
  }

  private static boolean isHidden(String name) {
    return TypeNames.isJdk(name) || HIDDEN.stream().anyMatch(name::startsWith);
  }

  private static boolean isConstructorOf(String type, StackTraceElement frame) {
    return frame.getMethodName().equals(CONSTRUCTOR) && frame.getClassName().equals(type);
  }

  private static boolean isFramework(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.startsWith(OURS)
        || name.startsWith(MEASUREMENT)
        || FRAMEWORKS.stream().anyMatch(name::startsWith);
  }

  /** As a stack trace has it, without the names of loader and module. */
  private static String text(StackTraceElement frame) {
    String place =
        frame.getFileName() == null
            ? "Unknown Source"
            : frame.getFileName() + (frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "");
    return TypeNames.normalised(frame.getClassName())
        + "."
        + frame.getMethodName()
        + "("
        + place
        + ")";
  }
}
