/** What one heap dump shows, as plain data: suspects, paths, threads, loaders, collections. */
@NullMarked
package io.github.memoryleak.heap.inspect;

import org.jspecify.annotations.NullMarked;
