/**
 * Other ways to find a leak, for the table that compares verdicts. Each runs in a JVM of its own.
 */
package io.github.memoryleak.leakbench;
