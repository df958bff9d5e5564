/** Names without what differs from run to run: one way for counts, dumps and stacks. */
@NullMarked
package io.github.memoryleak.names;

import org.jspecify.annotations.NullMarked;
