/** What was found: findings, verdicts, limits and owners as plain data and pure functions. */
@NullMarked
package io.github.memoryleak.finding;

import org.jspecify.annotations.NullMarked;
