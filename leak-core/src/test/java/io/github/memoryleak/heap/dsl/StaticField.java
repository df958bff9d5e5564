package io.github.memoryleak.heap.dsl;

import org.jspecify.annotations.Nullable;

/**
 * A static field.
 *
 * @param name its name
 * @param type its type
 * @param bits the value of a primitive
 * @param target the object that a reference leads to
 */
record StaticField(String name, Type type, long bits, @Nullable DumpObject target) {}
