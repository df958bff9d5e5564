package io.github.memoryleak.heap.graph;

/**
 * What tells a class from others.
 *
 * @param id identifier of the class object
 * @param name as in source
 * @param loaderId identifier of the loader, 0 for the boot loader
 */
record ClassIdentity(long id, String name, long loaderId) {}
