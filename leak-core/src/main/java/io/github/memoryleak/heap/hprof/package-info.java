/**
 * The HPROF file format: where the records of a heap dump lie, without any meaning given to them.
 */
@NullMarked
package io.github.memoryleak.heap.hprof;

import org.jspecify.annotations.NullMarked;
