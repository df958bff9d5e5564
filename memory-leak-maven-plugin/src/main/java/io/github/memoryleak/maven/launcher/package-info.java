/** The JUnit Platform launcher and engines that fit the project. */
@NullMarked
package io.github.memoryleak.maven.launcher;

import org.jspecify.annotations.NullMarked;
