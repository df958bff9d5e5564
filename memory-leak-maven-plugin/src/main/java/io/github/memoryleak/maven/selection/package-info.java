/** Which classes and methods are measured, decided from class files without loading them. */
@NullMarked
package io.github.memoryleak.maven.selection;

import org.jspecify.annotations.NullMarked;
