/** The build around the goal: compiling on demand, and one measurement at a time. */
@NullMarked
package io.github.memoryleak.maven.build;

import org.jspecify.annotations.NullMarked;
