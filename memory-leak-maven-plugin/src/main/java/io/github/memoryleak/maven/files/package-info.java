/** The list of the files that the goals wrote, by which they can be removed again. */
@NullMarked
package io.github.memoryleak.maven.files;

import org.jspecify.annotations.NullMarked;
