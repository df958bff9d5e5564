package io.github.memoryleak.junit;

import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Discovers the tests of fixtures. */
final class Discovery {
  private Discovery() {}

  /** {@return the units of some classes, in the order of the plan} */
  static List<Unit> units(List<String> classes, Filter<?>... filters) {
    List<? extends DiscoverySelector> selectors =
        classes.stream().map(DiscoverySelectors::selectClass).toList();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectors)
            .filters(EngineFilter.includeEngines("junit-jupiter"))
            .filters(filters)
            .build();
    return UnitTree.of(LauncherFactory.create().discover(request));
  }

  /** {@return the names of all tests of some classes} */
  static List<String> testNames(List<String> classes, Filter<?>... filters) {
    return units(classes, filters).stream()
        .flatMap(unit -> unit.tests().stream())
        .map(Unit::name)
        .toList();
  }
}
