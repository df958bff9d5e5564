/** What grew between dumps of the same program, and who holds it. */
@NullMarked
package io.github.memoryleak.heap.growth;

import org.jspecify.annotations.NullMarked;
