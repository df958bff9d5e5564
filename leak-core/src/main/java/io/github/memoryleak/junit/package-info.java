/** Runs test plans through the JUnit Platform launcher in the measured JVM and measures them. */
@NullMarked
package io.github.memoryleak.junit;

import org.jspecify.annotations.NullMarked;
