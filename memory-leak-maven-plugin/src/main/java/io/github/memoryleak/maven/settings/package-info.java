/** From the POM and the command line to one immutable settings record. */
@NullMarked
package io.github.memoryleak.maven.settings;

import org.jspecify.annotations.NullMarked;
