package io.github.memoryleak.heap.dsl;

/**
 * An instance field.
 *
 * @param owner the class that declares it
 * @param name its name
 * @param type its type
 */
record Field(DumpClass owner, String name, Type type) {}
