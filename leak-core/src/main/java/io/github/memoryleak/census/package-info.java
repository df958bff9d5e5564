/** What is alive right now: meters read after a proven full collection, kept off the heap. */
@NullMarked
package io.github.memoryleak.census;

import org.jspecify.annotations.NullMarked;
