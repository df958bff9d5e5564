/** From the result to the outcome of the build. */
@NullMarked
package io.github.memoryleak.maven.judge;

import org.jspecify.annotations.NullMarked;
