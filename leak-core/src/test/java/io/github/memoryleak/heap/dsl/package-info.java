/** Synthetic heap dumps for tests: code that reads like the heap it makes. */
@NullMarked
package io.github.memoryleak.heap.dsl;

import org.jspecify.annotations.NullMarked;
