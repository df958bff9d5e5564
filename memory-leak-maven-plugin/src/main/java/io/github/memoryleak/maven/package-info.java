/** The goals: parameters, and the few lines that hand them on. */
@NullMarked
package io.github.memoryleak.maven;

import org.jspecify.annotations.NullMarked;
