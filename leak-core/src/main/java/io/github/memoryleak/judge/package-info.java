/** Makes findings of growth: what is one leak, what it is named after, and what holds it. */
@NullMarked
package io.github.memoryleak.judge;

import org.jspecify.annotations.NullMarked;
