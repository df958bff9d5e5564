package io.github.memoryleak.heap.inspect;

/**
 * One object of a path, and the reference by which the path goes on.
 *
 * @param className the class that declares the field, which may be a superclass of the object's; in
 *     the last step and for the slot of an array the object's class
 * @param field the field that holds the next step; {@code []} for the slot of an array, empty in
 *     the last step
 * @param isStatic whether the field is static
 * @param times how often this step comes in a row, as the nodes of a linked list do
 */
public record PathStep(String className, String field, boolean isStatic, int times) {
  PathStep again() {
    return new PathStep(className, field, isStatic, times + 1);
  }

  boolean isLike(PathStep other) {
    return isStatic == other.isStatic
        && field.equals(other.field)
        && className.equals(other.className);
  }
}
