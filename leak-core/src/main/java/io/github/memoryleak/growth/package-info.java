/** Rounds in, growth out: pure arithmetic without access to the JVM. */
@NullMarked
package io.github.memoryleak.growth;

import org.jspecify.annotations.NullMarked;
