package io.github.memoryleak.maven.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON document that knows its way from the top, so that complaints can name it:
 * {@code findings[0].kind}.
 */
final class JsonCursor {

  private final String file;
  private final String what;
  private final String place;
  private final @Nullable JsonNode node;

  private JsonCursor(String file, String what, String place, @Nullable JsonNode node) {
    this.file = file;
    this.what = what;
    this.place = place;
    this.node = node;
  }

  static JsonCursor top(String file, String what, JsonNode node) {
    return new JsonCursor(file, what, "", node);
  }

  /** What to make of a place. */
  interface Reader<T> {
    T read(JsonCursor cursor) throws InvalidReportException;
  }

  /** The field of this object; it may be absent. */
  JsonCursor get(String field) throws InvalidReportException {
    JsonNode here = node;
    if (here == null || !here.isObject()) {
      throw expected("an object");
    }
    return new JsonCursor(
        file, what, place.isEmpty() ? field : place + "." + field, here.get(field));
  }

  boolean isAbsent() {
    return node == null || node.isNull();
  }

  String text() throws InvalidReportException {
    if (node == null || !node.isTextual()) {
      throw expected("a text");
    }
    return node.textValue();
  }

  @Nullable String textOrNull() throws InvalidReportException {
    return isAbsent() ? null : text();
  }

  long integer() throws InvalidReportException {
    if (node == null || !node.isIntegralNumber() || !node.canConvertToLong()) {
      throw expected("an integer");
    }
    return node.longValue();
  }

  @Nullable Long integerOrNull() throws InvalidReportException {
    return isAbsent() ? null : integer();
  }

  int smallInteger() throws InvalidReportException {
    if (node == null || !node.isIntegralNumber() || !node.canConvertToInt()) {
      throw expected("an integer");
    }
    return node.intValue();
  }

  double number() throws InvalidReportException {
    if (node == null || !node.isNumber()) {
      throw expected("a number");
    }
    return node.doubleValue();
  }

  boolean truth() throws InvalidReportException {
    if (node == null || !node.isBoolean()) {
      throw expected("true or false");
    }
    return node.booleanValue();
  }

  <E extends Enum<E>> E constant(Class<E> type) throws InvalidReportException {
    E[] constants = type.getEnumConstants();
    for (E constant : constants) {
      if (node != null && constant.name().equals(node.textValue())) {
        return constant;
      }
    }
    throw expected("one of " + Arrays.toString(constants));
  }

  <T> List<T> list(Reader<T> reader) throws InvalidReportException {
    if (node == null || !node.isArray()) {
      throw expected("an array");
    }
    List<T> items = new ArrayList<>();
    for (JsonNode item : node) {
      items.add(reader.read(new JsonCursor(file, what, place + "[" + items.size() + "]", item)));
    }
    return items;
  }

  <T> List<T> listIfPresent(Reader<T> reader) throws InvalidReportException {
    return isAbsent() ? List.of() : list(reader);
  }

  InvalidReportException expected(String wanted) {
    String where = place.isEmpty() ? "The document" : "'" + place + "'";
    String is = node == null ? "is missing, but should be " : "should be ";
    String found = node == null ? "" : ", but is " + abbreviated(node.toString());
    return new InvalidReportException(
        file + " is not " + what + ": " + where + " " + is + wanted + found);
  }

  /** What is there, and why that is not right. */
  InvalidReportException broken(String problem) {
    return new InvalidReportException(file + " is not " + what + ": '" + place + "' is " + problem);
  }

  private static String abbreviated(String json) {
    return json.length() <= 40 ? json : json.substring(0, 40) + "...";
  }
}
