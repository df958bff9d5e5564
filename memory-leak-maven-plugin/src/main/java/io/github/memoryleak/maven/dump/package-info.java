/** Heap dumps as files: taken, named, found, and analysed in a process of their own. */
@NullMarked
package io.github.memoryleak.maven.dump;

import org.jspecify.annotations.NullMarked;
