/** Watches a running JVM over hours, and judges what grew. */
@NullMarked
package io.github.memoryleak.maven.watch;

import org.jspecify.annotations.NullMarked;
