package io.github.memoryleak.junit;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** Selects tests by the names of their class and method. */
final class NameFilter implements PostDiscoveryFilter {
  private final List<Rule> included;
  private final List<Rule> excluded;

  NameFilter(List<DriverSettings.TestPattern> patterns) {
    included = patterns.stream().filter(DriverSettings.TestPattern::include).map(Rule::of).toList();
    excluded = patterns.stream().filter(p -> !p.include()).map(Rule::of).toList();
  }

  @Override
  public FilterResult apply(TestDescriptor descriptor) {
    TestSource source = descriptor.getSource().orElse(null);
    if (source instanceof MethodSource method) {
      return FilterResult.includedIf(isSelected(method.getClassName(), method.getMethodName()));
    }
    if (descriptor.isTest() && source instanceof ClassSource type) {
      return FilterResult.includedIf(isSelected(type.getClassName(), ""));
    }
    return FilterResult.included("not a test");
  }

  boolean isSelected(String className, String methodName) {
    return (included.isEmpty() || included.stream().anyMatch(r -> r.matches(className, methodName)))
        && excluded.stream().noneMatch(r -> r.matches(className, methodName));
  }

  private record Rule(Pattern className, Pattern methodName) {
    static Rule of(DriverSettings.TestPattern pattern) {
      return new Rule(
          Pattern.compile(pattern.classRegex()), Pattern.compile(pattern.methodRegex()));
    }

    boolean matches(String type, String method) {
      return className.matcher(type).matches() && methodName.matcher(method).matches();
    }
  }
}
