package io.github.memoryleak.heap.inspect;

/** Reads how many elements a collection has. */
@FunctionalInterface
interface SizeReader {
  /** The number of elements, or -1 when the dump does not tell. */
  long size(Fields fields, int collection);
}
