/** Shortest strong paths from the roots to objects. */
@NullMarked
package io.github.memoryleak.heap.path;

import org.jspecify.annotations.NullMarked;
