package io.github.memoryleak.heap.dsl;

/**
 * Where a record lies in the file.
 *
 * @param position the byte of its tag
 * @param end the byte after it
 * @param tag the tag
 * @param nested whether it lies within a heap dump record
 */
public record RecordMark(int position, int end, int tag, boolean nested) {}
