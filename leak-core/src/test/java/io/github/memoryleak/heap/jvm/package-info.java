/** Real heaps for tests: child JVMs that are dumped and counted at the same moment. */
@NullMarked
package io.github.memoryleak.heap.jvm;

import org.jspecify.annotations.NullMarked;
