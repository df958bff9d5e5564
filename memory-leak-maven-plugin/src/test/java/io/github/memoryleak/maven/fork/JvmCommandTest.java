package io.github.memoryleak.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JvmCommandTest {
  private static final List<String> ALWAYS =
      List.of(
          "-XX:G1HeapRegionSize=1m",
          "-XX:TieredStopAtLevel=1",
          "-XX:+EnableDynamicAgentLoading",
          "-XX:NativeMemoryTracking=summary",
          "-XX:SoftRefLRUPolicyMSPerMB=0",
          "-XX:MarkSweepAlwaysCompactCount=1",
          "-Dsun.reflect.inflationThreshold=2147483647",
          "-Djdk.reflect.useNativeAccessorOnly=true");

  @Test
  void a_jvm_gets_g1_and_what_makes_a_census_true_and_quick() {
    List<String> arguments = command(List.of()).arguments(Path.of("settings.properties"));
    assertThat(arguments).startsWith("-XX:+UseG1GC").containsSequence(ALWAYS);
    assertThat(arguments)
        .endsWith(
            "-ea",
            "-Dzone=UTC",
            "-cp",
            "classes" + File.pathSeparator + "core.jar",
            "io.github.memoryleak.junit.MeasuredJvm",
            "settings.properties");
  }

  @Test
  void the_users_own_arguments_come_later_and_their_collector_is_the_only_one() {
    List<String> own = List.of("-XX:+UseParallelGC", "-XX:G1HeapRegionSize=8m", "-Xmx1g");
    List<String> arguments = command(own).arguments(Path.of("settings.properties"));
    assertThat(arguments).startsWith(ALWAYS.toArray(String[]::new)).containsSequence(own);
    assertThat(arguments).doesNotContain("-XX:+UseG1GC");
  }

  private static JvmCommand command(List<String> userArguments) {
    return new JvmCommand(
        Path.of("java"),
        userArguments,
        Map.of("zone", "UTC"),
        List.of(Path.of("classes"), Path.of("core.jar")),
        true,
        Path.of("."),
        Map.of(),
        List.of());
  }
}
