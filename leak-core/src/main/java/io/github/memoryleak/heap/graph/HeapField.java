package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;

/**
 * An instance field or a static one.
 *
 * @param name of the field
 * @param type of its value
 * @param owner the name of the class that declares it
 * @param place for an instance field the offset of its value behind the header of the instance's
 *     sub-record; for a static one the position of its value in the file; in bytes
 */
public record HeapField(String name, FieldType type, String owner, long place) {}
