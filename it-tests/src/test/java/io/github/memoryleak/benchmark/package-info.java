/** Benchmarks: JMH for what runs inside the program under test, whole processes for the rest. */
package io.github.memoryleak.benchmark;
