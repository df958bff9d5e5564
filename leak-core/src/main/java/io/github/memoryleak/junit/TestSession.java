package io.github.memoryleak.junit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs tests, each time in a fresh launcher session: what the framework keeps during a plan is gone
 * when its session is closed.
 */
final class TestSession {
  private final DriverSettings settings;
  private final ProgressFile progress;
  private final Filter<?>[] filters;
  private final Map<String, int[]> loops = new HashMap<>();

  TestSession(DriverSettings settings, ProgressFile progress) {
    this.settings = settings;
    this.progress = progress;
    filters = filters(settings);
  }

  /**
   * What the first run of everything showed.
   *
   * @param units the tests
   * @param listener heard how they went
   * @param nanos how long it took
   */
  record FirstRun(List<Unit> units, RunListener listener, long nanos) {

    /** {@return the units with the tests that were not skipped} */
    List<Unit> ranUnits() {
      Set<String> skipped = new HashSet<>();
      units.stream().flatMap(Unit::testIds).forEach(skipped::add);
      listener.started().forEach(skipped::remove);
      return units.stream()
          .map(unit -> unit.without(skipped))
          .filter(unit -> !unit.tests().isEmpty())
          .toList();
    }
  }

  /**
   * {@return the tests of the settings' classes, after having run them once}
   *
   * @param excludedIds tests that do not run
   * @param observers hear of the tests
   */
  FirstRun runAll(Set<String> excludedIds, List<TestExecutionListener> observers) {
    long start = System.nanoTime();
    List<DiscoverySelector> selectors = new ArrayList<>();
    settings.classes().forEach(name -> selectors.add(DiscoverySelectors.selectClass(name)));
    try (LauncherSession session = LauncherFactory.openSession()) {
      TestPlan plan = session.getLauncher().discover(request(selectors, excludedIds));
      List<Unit> units = UnitTree.of(plan);
      units.stream().flatMap(Unit::testIds).forEach(id -> loops.put(id, new int[] {1}));
      progress.subjects(0, units.size());
      RunListener listener = new RunListener(progress);
      if (!units.isEmpty()) {
        session.getLauncher().execute(plan, with(listener, observers));
      }
      return new FirstRun(units, listener, System.nanoTime() - start);
    }
  }

  private static TestExecutionListener[] with(
      RunListener listener, List<TestExecutionListener> observers) {
    return Stream.concat(Stream.of(listener), observers.stream())
        .toArray(TestExecutionListener[]::new);
  }

  /**
   * Runs some units once.
   *
   * @throws LoopFailed when a test fails
   */
  void run(List<Unit> units, Set<String> excludedIds) throws LoopFailed {
    count(units);
    RunListener listener = new RunListener(progress);
    try (LauncherSession session = LauncherFactory.openSession()) {
      session.getLauncher().execute(request(selectors(units), excludedIds), listener);
    }
    if (!listener.failures().isEmpty() && !settings.measureFailing()) {
      throw new LoopFailed(listener.failures());
    }
    if (!listener.ran()) {
      throw new LoopFailed(List.of(nothingRan(units)));
    }
  }

  private void count(List<Unit> units) {
    counters(units).forEach(counter -> counter[0]++);
  }

  /** {@return how often one of these tests has run at most} */
  int loops(List<Unit> units) {
    return counters(units).mapToInt(counter -> counter[0]).max().orElse(0);
  }

  private Stream<int[]> counters(List<Unit> units) {
    return units.stream().flatMap(Unit::testIds).map(loops::get).filter(Objects::nonNull);
  }

  /** {@return the units of a class that is not the user's, as one engine sees it} */
  List<Unit> discoverControl(Class<?> control, String engine) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(control))
            .filters(EngineFilter.includeEngines(engine))
            .configurationParameters(settings.configuration())
            .build();
    try (LauncherSession session = LauncherFactory.openSession()) {
      return UnitTree.of(session.getLauncher().discover(request));
    }
  }

  /** Runs units that are not the user's once; whatever comes of it. */
  void runControl(List<Unit> units) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectors(units))
            .configurationParameters(settings.configuration())
            .build();
    try (LauncherSession session = LauncherFactory.openSession()) {
      session.getLauncher().execute(request);
    }
  }

  private static List<DiscoverySelector> selectors(List<Unit> units) {
    List<DiscoverySelector> selectors = new ArrayList<>(units.size());
    for (Unit unit : units) {
      selectors.add(DiscoverySelectors.selectUniqueId(unit.id()));
    }
    return selectors;
  }

  private static TestFailure nothingRan(List<Unit> units) {
    return new TestFailure(
        units.get(0).id(), "the test ran the first time, but was not found again", List.of());
  }

  private LauncherDiscoveryRequest request(
      List<DiscoverySelector> selectors, Set<String> excludedIds) {
    LauncherDiscoveryRequestBuilder builder =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectors)
            .filters(filters)
            .configurationParameters(settings.configuration());
    if (!excludedIds.isEmpty()) {
      builder.filters(withoutIds(excludedIds));
    }
    return builder.build();
  }

  private static PostDiscoveryFilter withoutIds(Set<String> ids) {
    return descriptor ->
        FilterResult.includedIf(!ids.contains(descriptor.getUniqueId().toString()));
  }

  private static Filter<?>[] filters(DriverSettings settings) {
    List<Filter<?>> filters = new ArrayList<>();
    if (!settings.tests().isEmpty()) {
      filters.add(new NameFilter(settings.tests()));
    }
    if (!settings.groups().isEmpty()) {
      filters.add(TagFilter.includeTags(settings.groups()));
    }
    if (!settings.excludedGroups().isEmpty()) {
      filters.add(TagFilter.excludeTags(settings.excludedGroups()));
    }
    if (!settings.engines().isEmpty()) {
      filters.add(EngineFilter.includeEngines(settings.engines()));
    }
    if (!settings.excludedEngines().isEmpty()) {
      filters.add(EngineFilter.excludeEngines(settings.excludedEngines()));
    }
    return filters.toArray(new Filter<?>[0]);
  }
}
