/** Shows a profile in a browser of this machine. */
@NullMarked
package io.github.memoryleak.maven.http;

import org.jspecify.annotations.NullMarked;
