/** Real Maven builds of the projects in {@code samples}, each one behaviour. */
@NullMarked
package io.github.memoryleak.it;

import org.jspecify.annotations.NullMarked;
