package io.github.memoryleak.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.junit.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoggedProgressTest {

  private final List<String> log = new ArrayList<>();
  private long nanos = Long.MAX_VALUE - 5;
  private final LoggedProgress display = new LoggedProgress(log::add, () -> nanos);

  @Test
  void says_nothing_in_the_first_ten_seconds() {
    wait(9);
    display.show(progress(1, 0, 9));

    assertThat(log).isEmpty();
  }

  @Test
  void says_one_thing_about_a_round() {
    for (int second = 1; second <= 60; second++) {
      wait(1);
      display.show(progress(1, 0, second));
    }

    assertThat(log)
        .containsExactly("10 s, 0 of 400 subjects: confirming CartTest, round 1, in OtherTest#x");
  }

  @Test
  void keeps_its_lines_ten_seconds_apart_however_many_rounds_there_are() {
    for (int second = 1; second <= 30; second++) {
      wait(1);
      display.show(progress(second, 10 * second, second));
    }
    display.clear();

    assertThat(log)
        .containsExactly(
            "10 s, 100 of 400 subjects, less than a minute left: confirming CartTest, round 10, in"
                + " OtherTest#x",
            "20 s, 200 of 400 subjects, less than a minute left: confirming CartTest, round 20, in"
                + " OtherTest#x",
            "30 s, 300 of 400 subjects, less than a minute left: confirming CartTest, round 30, in"
                + " OtherTest#x");
  }

  private void wait(int seconds) {
    nanos += TimeUnit.SECONDS.toNanos(seconds);
  }

  private static Progress progress(int round, int done, int seconds) {
    return new Progress(
        "confirm",
        "com.acme.CartTest",
        "com.acme.OtherTest#x",
        "[engine:junit-jupiter]",
        round,
        0,
        done,
        400,
        1000L * seconds);
  }
}
