package io.github.memoryleak.heap.inspect;

/**
 * An object that only the roots dominate, and what it keeps alive.
 *
 * @param object its number in the dump
 * @param name its class, or {@code class com.acme.Sessions}
 * @param shallowBytes its own bytes
 * @param retainedBytes the bytes that would go with it
 * @param path what holds it
 */
public record BigObject(
    int object, String name, long shallowBytes, long retainedBytes, StrongPath path) {}
