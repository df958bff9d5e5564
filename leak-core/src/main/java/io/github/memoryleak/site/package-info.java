/** Where objects come from: loads the agent, and reads the stacks that it notes. */
@NullMarked
package io.github.memoryleak.site;

import org.jspecify.annotations.NullMarked;
