/** Heap dumps that may be given away: the same objects, without their contents. */
@NullMarked
package io.github.memoryleak.heap.redact;

import org.jspecify.annotations.NullMarked;
