package io.github.memoryleak.names;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
  @ParameterizedTest
  @CsvSource({
    "main, main",
    "pool-12-thread-7, pool-%d-thread-%d",
    "Thread-0, Thread-%d",
    "42, %d",
    "ForkJoinPool.commonPool-worker-3, ForkJoinPool.commonPool-worker-%d",
    "http-nio-8080-exec-10, http-nio-%d-exec-%d",
    "OkHttp api.acme.com, OkHttp api.acme.com",
    "lease-3f2a9c1be07d, lease-%d",
    "lease-deadbeef, lease-deadbeef",
    "lease-a1b2c, lease-a%db%dc",
    "lease-a1b2c3d, lease-%d",
    "HttpClient@6d1ef78-42, HttpClient@%d-%d",
    "Pool[z8kfltbm1n2aw10fhzrjj|75a1cd57]-Helper-#1, Pool[%d|%d]-Helper-#%d",
    "connection-pool2-thread3, connection-pool%d-thread%d",
    "lease-a1b2c3d4, lease-%d",
    "lease-12345678, lease-%d",
    "facade, facade",
    "worker-a1, worker-a%d",
    "7up, %dup",
    "a%db, a%db",
  })
  void numbers_in_a_name_are_left_out(String name, String pattern) {
    assertThat(NamePattern.of(name)).isEqualTo(pattern);
  }

  @Test
  void an_empty_name_is_its_own_pattern() {
    assertThat(NamePattern.of("")).isEmpty();
  }

  @Property
  void a_pattern_has_no_digit_and_is_its_own_pattern(@ForAll String name) {
    String pattern = NamePattern.of(name);
    assertThat(pattern).doesNotContainPattern("[0-9]");
    assertThat(NamePattern.of(pattern)).isEqualTo(pattern);
  }
}
