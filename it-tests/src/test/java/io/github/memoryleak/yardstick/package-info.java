/** Heap analysis by libraries that others wrote, to compare ours with. */
@NullMarked
package io.github.memoryleak.yardstick;

import org.jspecify.annotations.NullMarked;
