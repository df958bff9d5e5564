/** The agent: it notes which stacks create the objects of some classes. */
@NullMarked
package io.github.memoryleak.agent;

import org.jspecify.annotations.NullMarked;
