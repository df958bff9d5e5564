package io.github.memoryleak.heap.inspect;

/**
 * Something that keeps a large part of the heap alive.
 *
 * @param name the class of the dominating object, or of the objects
 * @param objects 1, or how many objects of that class next to each other
 * @param retainedBytes what they keep alive
 * @param share their share of the live bytes, 0 to 1
 * @param accumulation where it piles up; for several objects next to each other, the largest one
 */
public record LeakSuspect(
    String name, long objects, long retainedBytes, double share, Accumulation accumulation) {}
