/** The dominator tree of a heap: what would be freed with an object. */
@NullMarked
package io.github.memoryleak.heap.dominator;

import org.jspecify.annotations.NullMarked;
