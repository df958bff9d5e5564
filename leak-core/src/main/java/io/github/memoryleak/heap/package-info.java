/** The process that analyses heap dumps. */
@NullMarked
package io.github.memoryleak.heap;

import org.jspecify.annotations.NullMarked;
