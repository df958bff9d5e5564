/** Names without what differs from run to run, and which are the JDK's: one way for all. */
@NullMarked
package io.github.memoryleak.names;

import org.jspecify.annotations.NullMarked;
