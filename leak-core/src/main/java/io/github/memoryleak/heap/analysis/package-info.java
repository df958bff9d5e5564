/** One dump, or several, seen as a whole: what is told of them together. */
@NullMarked
package io.github.memoryleak.heap.analysis;

import org.jspecify.annotations.NullMarked;
