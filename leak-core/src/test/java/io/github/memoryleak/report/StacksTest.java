package io.github.memoryleak.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StacksTest {

  @Test
  void keeps_the_innermost_frame_and_those_outside_the_jdk() {
    assertThat(Stacks.shorten(Samples.WORKER_STACK))
        .containsExactly(
            "at jdk.internal.misc.Unsafe.park(Native Method)",
            "... 2 frames",
            "at com.acme.Dispatcher.next(Dispatcher.java:57)",
            "at com.acme.Dispatcher$$Lambda$14/0x0000000800c03000.run(Unknown Source)",
            "... 1 frame");
  }

  @Test
  void counts_what_is_beyond_eight_frames() {
    List<String> stack =
        IntStream.rangeClosed(1, 10).mapToObj(i -> "com.acme.A.a(A.java:" + i + ")").toList();

    assertThat(Stacks.shorten(stack))
        .containsExactly(
            "at com.acme.A.a(A.java:1)",
            "at com.acme.A.a(A.java:2)",
            "at com.acme.A.a(A.java:3)",
            "at com.acme.A.a(A.java:4)",
            "at com.acme.A.a(A.java:5)",
            "at com.acme.A.a(A.java:6)",
            "at com.acme.A.a(A.java:7)",
            "at com.acme.A.a(A.java:8)",
            "... 2 frames");
  }

  @Test
  void has_nothing_to_say_about_an_empty_stack() {
    assertThat(Stacks.shorten(List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "java.base@17.0.15/java.lang.Thread.run(Thread.java:840),java.lang.Thread.run(Thread.java:840)",
    "app//com.acme.Cart.add(Cart.java:1),com.acme.Cart.add(Cart.java:1)",
    "app/com.acme@1.2/com.acme.Cart.add(Cart.java:1),com.acme.Cart.add(Cart.java:1)",
    "com.acme/com.acme.Cart.add(Cart.java:1),com.acme.Cart.add(Cart.java:1)",
    "com.acme.Cart.add(Cart.java:1),com.acme.Cart.add(Cart.java:1)",
    "com.acme.Cart$$Lambda/0x00007f0001.run(Unknown Source),com.acme.Cart$$Lambda/0x00007f0001.run(Unknown Source)",
    "app//com.acme.Cart/0x00007f0001.run(Unknown Source),com.acme.Cart/0x00007f0001.run(Unknown Source)",
    "com.acme.Cart.add(a/b.kt:3),com.acme.Cart.add(a/b.kt:3)"
  })
  void drops_the_class_loader_and_the_module(String frame, String plain) {
    assertThat(Stacks.plain(frame)).isEqualTo(plain);
  }
}
