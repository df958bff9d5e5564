package io.github.memoryleak.it;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A goal as Maven knows it: what the descriptor of the plugin says. */
final class GoalDescriptor {
  private final Element goal;

  private GoalDescriptor(Element goal) {
    this.goal = goal;
  }

  /** {@return the names of all goals} */
  static Set<String> names() {
    return mojos().map(mojo -> text(mojo, "goal")).collect(Collectors.toCollection(TreeSet::new));
  }

  static GoalDescriptor of(String name) {
    return mojos()
        .filter(mojo -> text(mojo, "goal").equals(name))
        .findFirst()
        .map(GoalDescriptor::new)
        .orElseThrow(() -> new IllegalArgumentException("There is no goal " + name));
  }

  private static Stream<Element> mojos() {
    try (InputStream in = GoalDescriptor.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      Element plugin =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(Objects.requireNonNull(in, "the plugin's descriptor"))
              .getDocumentElement();
      return children(child(plugin, "mojos"));
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@return element, property and default of each parameter that a user can set} */
  List<List<String>> parameters() {
    List<List<String>> parameters = new ArrayList<>();
    children(child(goal, "parameters"))
        .filter(parameter -> text(parameter, "editable").equals("true"))
        .map(parameter -> text(parameter, "name"))
        .forEach(name -> parameters.add(parameter(name)));
    return parameters;
  }

  private List<String> parameter(String name) {
    return children(child(goal, "configuration"))
        .filter(value -> value.getTagName().equals(name))
        .findFirst()
        .map(value -> List.of("<" + name + ">", property(value), otherwise(value)))
        .orElse(List.of("<" + name + ">", "", ""));
  }

  private static String property(Element value) {
    return value.getTextContent().replaceAll("^\\$\\{|}$", "");
  }

  private static String otherwise(Element value) {
    return value.getAttribute("default-value");
  }

  private static String text(Element parent, String name) {
    return child(parent, name).getTextContent();
  }

  private static Element child(Element parent, String name) {
    return children(parent)
        .filter(element -> element.getTagName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Element> children(Element parent) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }
}
