/** Who holds what leaks, and which line creates it: what is done only when growth is proven. */
@NullMarked
package io.github.memoryleak.explain;

import org.jspecify.annotations.NullMarked;
