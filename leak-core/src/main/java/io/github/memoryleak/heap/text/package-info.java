/** The results of the analysis of heap dumps, as text for people and as JSON. */
@NullMarked
package io.github.memoryleak.heap.text;

import org.jspecify.annotations.NullMarked;
