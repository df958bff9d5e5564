package io.github.memoryleak.maven.settings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The configuration of another plugin, evaluated: an element wins over the user property. */
public interface ConfigurationSource {

  /**
   * {@return the text of an element, or of the property where the element is not given}
   *
   * @param element path of element names, separated by slashes
   * @param property the property that the other plugin reads, or {@code null}
   */
  @Nullable String text(String element, @Nullable String property);

  /**
   * {@return the texts of an element's children, or the comma-separated values of its text or of
   * the property; empty when nothing is given}
   *
   * @param element name of the element
   * @param property the property that the other plugin reads, or {@code null}
   */
  List<String> list(String element, @Nullable String property);

  /**
   * {@return the children of an element: name to text}; a {@code <property>} child with {@code
   * <name>} and {@code <value>} counts as that name
   *
   * @param element name of the element
   */
  Map<String, String> map(String element);

  /**
   * {@return whether an element, or else the property, says {@code true}}
   *
   * @param element name of the element
   * @param property the property that the other plugin reads, or {@code null}
   * @param otherwise the value when nothing is given
   */
  default boolean flag(String element, @Nullable String property, boolean otherwise) {
    String text = text(element, property);
    return text == null ? otherwise : Boolean.parseBoolean(text.trim());
  }
}
