/** The forms of a report that need a library, a build tool's conventions or a terminal. */
@NullMarked
package io.github.memoryleak.maven.report;

import org.jspecify.annotations.NullMarked;
