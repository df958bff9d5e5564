package io.github.memoryleak.maven.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.explain.NativeProfiler;
import io.github.memoryleak.maven.settings.UserError;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
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
                + " out.");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void to_a_measurement_one_that_cannot_be_fetched_is_missing(@TempDir Path directory) {
    RepositorySystem offline =
        (RepositorySystem)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RepositorySystem.class},
                (proxy, method, arguments) -> {
                  throw new ArtifactResolutionException(List.of(), "central is offline");
                });
    ProfilerResolver resolver = new ProfilerResolver(offline, new DefaultRepositorySystemSession());
    assertThat(resolver.nativeProfiler(new MavenProject(), directory))
        .isEqualTo(
            NativeProfiler.missing(
                "tools.profiler:async-profiler:4.5 is needed for leak.profiler=async-profiler but"
                    + " cannot be resolved: central is offline. Run once without --offline, or"
                    + " leave leak.profiler out"));
  }

  @Test
  void what_the_processor_is_called_does_not_matter() {
    assertThat(ProfilerResolver.platform("Linux", "arm64")).isEqualTo("linux-arm64");
    assertThat(ProfilerResolver.platform("Linux", "x86_64")).isEqualTo("linux-x64");
  }
}
