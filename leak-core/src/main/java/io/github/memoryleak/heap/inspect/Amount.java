package io.github.memoryleak.heap.inspect;

/**
 * Some objects.
 *
 * @param objects how many
 * @param bytes their own bytes
 */
public record Amount(long objects, long bytes) {}
