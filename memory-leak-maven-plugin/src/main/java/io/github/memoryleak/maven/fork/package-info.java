/** Starts the measured JVM, watches it, and makes sense of how it ended. */
@NullMarked
package io.github.memoryleak.maven.fork;

import org.jspecify.annotations.NullMarked;
