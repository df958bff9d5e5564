package io.github.memoryleak.maven.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The configuration of another plugin in the effective project. */
final class MavenConfiguration implements ConfigurationSource {
  private final @Nullable Xpp3Dom root;
  private final PluginParameterExpressionEvaluator evaluator;

  private MavenConfiguration(@Nullable Xpp3Dom root, PluginParameterExpressionEvaluator evaluator) {
    this.root = root;
    this.evaluator = evaluator;
  }

  /**
   * {@return the configuration of Surefire's default execution, which holds the plugin's own}
   *
   * @param project the module
   * @param evaluator evaluates what the model builder left
   */
  static MavenConfiguration ofSurefire(
      MavenProject project, PluginParameterExpressionEvaluator evaluator) {
    Plugin plugin = project.getPlugin("org.apache.maven.plugins:maven-surefire-plugin");
    if (plugin == null) {
      return new MavenConfiguration(null, evaluator);
    }
    PluginExecution execution = plugin.getExecutionsAsMap().get("default-test");
    Object found = execution == null ? null : execution.getConfiguration();
    if (found == null) {
      found = plugin.getConfiguration();
    }
    return new MavenConfiguration(found instanceof Xpp3Dom dom ? dom : null, evaluator);
  }

  @Override
  public @Nullable String text(String element, @Nullable String property) {
    Xpp3Dom dom = find(element);
    if (dom != null && dom.getValue() != null) {
      return evaluate(dom.getValue());
    }
    return property == null || dom != null ? null : evaluate("${" + property + "}");
  }

  @Override
  public List<String> list(String element, @Nullable String property) {
    Xpp3Dom dom = find(element);
    List<String> all = new ArrayList<>();
    if (dom != null && dom.getChildCount() > 0) {
      for (Xpp3Dom child : dom.getChildren()) {
        add(all, child.getValue() == null ? null : evaluate(child.getValue()));
      }
      return all;
    }
    String text = text(element, property);
    if (text != null) {
      Arrays.stream(text.split(",")).forEach(value -> add(all, value));
    }
    return all;
  }

  @Override
  public Map<String, String> map(String element) {
    Map<String, String> all = new LinkedHashMap<>();
    Xpp3Dom dom = find(element);
    for (Xpp3Dom child : dom == null ? new Xpp3Dom[0] : dom.getChildren()) {
      Xpp3Dom name = child.getChild("name");
      Xpp3Dom value = name == null ? child : child.getChild("value");
      String text = value == null || value.getValue() == null ? "" : evaluate(value.getValue());
      all.put(name == null ? child.getName() : name.getValue(), text == null ? "" : text);
    }
    return all;
  }

  private static void add(List<String> all, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      all.add(value.trim());
    }
  }

  private @Nullable Xpp3Dom find(String path) {
    Xpp3Dom dom = root;
    for (String name : path.split("/")) {
      dom = dom == null ? null : dom.getChild(name);
    }
    return dom;
  }

  /** An expression without a value stays as it is written, unless it is the whole text. */
  private @Nullable String evaluate(String text) {
    try {
      Object value = evaluator.evaluate(text);
      return value == null ? null : value.toString();
    } catch (ExpressionEvaluationException e) {
      throw new UserError("Surefire's configuration cannot be evaluated: '" + text + "'.", e);
    }
  }
}
