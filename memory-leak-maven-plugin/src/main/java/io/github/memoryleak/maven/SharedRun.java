package io.github.memoryleak.maven;

import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.maven.files.WrittenFiles;
import io.github.memoryleak.maven.fork.TestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of a module's tests for several goals of a build. The first goal has written what the
 * later ones will ask for, where their settings agree; it waits in the build's own data, and files
 * in a folder beside the reports.
 */
final class SharedRun {
  private static final String KEY = "io.github.memoryleak.sharedRun:";
  private static final String FOLDER = "shared-run";

  private final AbstractTestsMojo goal;
  private final TestRun tests;
  private final List<Member> members = new ArrayList<>();
  private final Map<TestRun.Kind, Path> files = new EnumMap<>(TestRun.Kind.class);

  private record Member(AbstractTestsMojo goal, TestRun tests) {}

  /**
   * What an earlier goal left for a later one.
   *
   * @param by the earlier goal
   * @param agreed what both have to agree on
   * @param file the profile; nothing for a measurement
   * @param report what was measured, or which tests failed
   */
  record Left(String by, Object agreed, @Nullable Path file, LeakReport report) {}

  /**
   * Looks for the goals that can take part.
   *
   * @param goal the goal that runs
   * @param tests its tests
   */
  SharedRun(AbstractTestsMojo goal, TestRun tests) {
    this.goal = goal;
    this.tests = tests;
  }

  /** {@return what an earlier goal left for this one, once} */
  Optional<Left> left() {
    Left left = all().remove(goal.name());
    boolean isOurs = left != null && left.agreed().equals(goal.agreement(tests));
    return isOurs && (left.file() == null || Files.exists(left.file()))
        ? Optional.of(left)
        : Optional.empty();
  }

  /** Asks the later goals whether they take part; one of each kind can. */
  void invite(TestRun.@Nullable Kind own) throws IOException {
    Path folder = tests.settings().module().reports().resolve(FOLDER);
    if (own == null || own.isShared()) {
      for (AbstractTestsMojo later : goal.laterGoals()) {
        later
            .planned(tests.launcher())
            .filter(run -> run.shared().equals(tests.shared()))
            .ifPresent(run -> join(later, run, own, folder));
      }
    }
    new WrittenFiles(folder).removeAll();
    if (!files.isEmpty()) {
      new WrittenFiles(folder).add(List.copyOf(files.values()));
      new WrittenFiles(tests.settings().module().reports()).add(List.of(folder));
    }
    if (!members.isEmpty()) {
      goal.getLog().info("One run of the tests, also for " + names() + ".");
    }
  }

  private void join(AbstractTestsMojo later, TestRun run, TestRun.@Nullable Kind own, Path folder) {
    TestRun.Kind kind = later.profileKind();
    boolean isMeasuring = later instanceof TestMojo;
    if (isMeasuring
        ? own != null && measuring().isEmpty()
        : kind != null && kind.isShared() && kind != own && !files.containsKey(kind)) {
      members.add(new Member(later, run));
      if (kind != null) {
        files.put(kind, folder.resolve(kind.fileName()));
      }
    }
  }

  private String names() {
    return members.stream()
        .map(member -> "leak:" + member.goal().mojoExecution().getGoal())
        .collect(Collectors.joining(" and "));
  }

  /** {@return whether the tests are measured in this run, so that another goal tells of them} */
  boolean isMeasured() {
    return measuring().isPresent();
  }

  private Optional<Member> measuring() {
    return members.stream().filter(m -> m.goal() instanceof TestMojo).findFirst();
  }

  /**
   * Runs the tests for a profile and for the goals that take part.
   *
   * @param own the profile
   * @return which tests failed
   */
  LeakReport profile(TestRun.Profile own) throws IOException, InterruptedException {
    List<TestRun.Profile> profiles = Stream.concat(Stream.of(own), wanted().stream()).toList();
    Optional<Member> measuring = measuring();
    LeakReport report =
        measuring.isPresent() && measuring.get().goal() instanceof TestMojo mojo
            ? mojo.measured(measuring.get().tests(), profiles)
            : tests.once(profiles, goal.terminal()::show);
    leave(report);
    return report;
  }

  /** {@return what the goals that take part want to have written} */
  List<TestRun.Profile> wanted() {
    return files.entrySet().stream()
        .map(entry -> new TestRun.Profile(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Leaves what was written for the goals that take part. */
  void leave(LeakReport report) {
    for (Member member : members) {
      TestRun.Kind kind = member.goal().profileKind();
      all()
          .put(
              member.goal().name(),
              new Left(
                  "leak:" + goal.mojoExecution().getGoal(),
                  member.goal().agreement(member.tests()),
                  kind == null ? null : files.get(kind),
                  report));
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, Left> all() {
    Map<String, Object> data = goal.session().getRequest().getData();
    synchronized (data) {
      return (Map<String, Left>)
          data.computeIfAbsent(
              KEY + goal.project().getId(), key -> new ConcurrentHashMap<String, Left>());
    }
  }
}
