/**
 * Runs an operation in rounds, with a census after each, until it is clear whether something grows.
 */
@NullMarked
package io.github.memoryleak.rounds;

import org.jspecify.annotations.NullMarked;
