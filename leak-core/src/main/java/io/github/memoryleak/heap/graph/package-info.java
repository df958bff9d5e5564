/**
 * The objects of a heap dump as a graph: numbers for objects, their classes, sizes and references.
 */
@NullMarked
package io.github.memoryleak.heap.graph;

import org.jspecify.annotations.NullMarked;
