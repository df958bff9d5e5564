/** For tests that prove by themselves that they leak nothing, in an IDE or under Surefire. */
@NullMarked
package io.github.memoryleak.junit.jupiter;

import org.jspecify.annotations.NullMarked;
