package io.github.memoryleak.maven.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.maven.settings.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilerResolverTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x64",
    "Linux, aarch64, linux-arm64",
    "Mac OS X, aarch64, macos",
    "Mac OS X, x86_64, macos"
  })
  void each_platform_has_its_library(String os, String arch, String folder) {
    assertThat(ProfilerResolver.platform(os, arch)).isEqualTo(folder);
  }

  @ParameterizedTest
  @CsvSource({"Windows 11, amd64", "Linux, s390x"})
  void a_platform_without_a_library_is_told_what_to_do(String os, String arch) {
    assertThatThrownBy(() -> ProfilerResolver.platform(os, arch))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "async-profiler has no library for "
                + os
                + " on "
                + arch
                + ": it is there for Linux on x64 and arm64, and for macOS. Leave leak.profiler"
                + " out, and the Flight Recorder records.");
  }

  @Test
  void what_the_processor_is_called_does_not_matter() {
    assertThat(ProfilerResolver.platform("Linux", "arm64")).isEqualTo("linux-arm64");
    assertThat(ProfilerResolver.platform("Linux", "x86_64")).isEqualTo("linux-x64");
  }
}
