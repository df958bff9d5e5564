package io.github.memoryleak.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SiteFramesTest {
  private static final String TYPE = "com.acme.Session";

  private static StackTraceElement frame(String name, String method, int line) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    return new StackTraceElement(name, method, simple + ".java", line);
  }

  @Test
  void frames_lie_between_the_constructor_and_the_test_framework() {
    List<StackTraceElement> stack =
        List.of(
            frame(TYPE, "<init>", 8),
            frame(TYPE, "<init>", 12),
            frame("com.acme.Sessions", "open", 15),
            frame("java.util.HashMap", "computeIfAbsent", 1220),
            frame("com.acme.Checkout", "<init>", 21),
            frame("com.acme.CheckoutTest", "pays", 32),
            frame("java.lang.reflect.Method", "invoke", 580),
            frame("org.junit.platform.commons.util.ReflectionUtils", "invokeMethod", 787),
            frame("com.acme.Runner", "main", 3));
    assertThat(SiteFrames.of(TYPE, stack))
        .containsExactly(
            "com.acme.Sessions.open(Sessions.java:15)",
            "com.acme.Checkout.<init>(Checkout.java:21)",
            "com.acme.CheckoutTest.pays(CheckoutTest.java:32)");
  }

  @Test
  void a_stack_of_the_jdk_alone_is_told_as_it_is() {
    List<StackTraceElement> stack = List.of(frame("java.util.Timer", "schedule", 5));
    assertThat(SiteFrames.of("java.lang.Thread Timer-%d", stack))
        .containsExactly("java.util.Timer.schedule(Timer.java:5)");
  }

  @Test
  void what_hears_of_tests_is_no_part_of_the_program() {
    List<StackTraceElement> stack =
        List.of(
            frame("java.lang.StringConcatHelper", "simpleConcat", 420),
            frame("io.github.memoryleak.junit.RunListener", "name", 60),
            frame("org.junit.platform.launcher.core.ListenerRegistry", "notifyEach", 33));
    assertThat(SiteFrames.ofProgram("byte[]", stack)).isEmpty();
    assertThat(SiteFrames.isOfMeasurement("byte[]", stack)).isTrue();
    assertThat(SiteFrames.isOfMeasurement("byte[]", List.of(frame("com.acme.Album", "show", 14))))
        .isFalse();
  }

  @Test
  void what_groovy_itself_makes_is_told() {
    List<StackTraceElement> stack =
        List.of(
            frame("groovy.lang.GroovyClassLoader", "<init>", 138),
            frame("org.codehaus.groovy.control.CompilationUnit", "compile", 581),
            frame("com.acme.Rules", "load", 9));
    assertThat(SiteFrames.of(TYPE, stack))
        .containsExactly(
            "groovy.lang.GroovyClassLoader.<init>(GroovyClassLoader.java:138)",
            "org.codehaus.groovy.control.CompilationUnit.compile(CompilationUnit.java:581)",
            "com.acme.Rules.load(Rules.java:9)");
  }

  @Test
  void what_makes_mocks_or_calls_for_groovy_is_left_out() {
    List<StackTraceElement> stack =
        List.of(
            frame("org.mockito.internal.util.MockUtil", "createMock", 99),
            frame("org.mockito.Mockito", "mock", 2198),
            frame("org.codehaus.groovy.runtime.InvokerHelper", "invokeMethod", 611),
            frame("com.acme.MailerSpec", "sends", 9));
    assertThat(SiteFrames.of(TYPE, stack))
        .containsExactly("com.acme.MailerSpec.sends(MailerSpec.java:9)");
  }

  @Test
  void a_deep_stack_is_cut() {
    List<StackTraceElement> stack =
        IntStream.range(0, 100).mapToObj(i -> frame("com.acme.Deep", "call", i + 1)).toList();
    assertThat(SiteFrames.of(TYPE, stack))
        .hasSize(8)
        .first()
        .isEqualTo("com.acme.Deep.call(Deep.java:1)");
  }

  @Test
  void generated_classes_have_no_numbers_and_unknown_lines_are_left_out() {
    List<StackTraceElement> stack =
        Stream.of(
                new StackTraceElement("com.acme.Shop$$Lambda/0x00007f0001", "run", null, -1),
                new StackTraceElement("com.acme.Shop", "open", "Shop.java", -1))
            .toList();
    assertThat(SiteFrames.of(TYPE, stack))
        .containsExactly(
            "com.acme.Shop$$Lambda.run(Unknown Source)", "com.acme.Shop.open(Shop.java)");
  }
}
