package io.github.memoryleak.heap.inspect;

/**
 * The field that holds something.
 *
 * @param className the class that has the field
 * @param field the field's name; empty when a GC root holds the object itself
 * @param isStatic whether the field is static
 */
public record Holder(String className, String field, boolean isStatic) {}
