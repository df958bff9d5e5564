/** JMH benchmarks of what runs inside the program under test: {@code mvn -Pbenchmark}. */
package io.github.memoryleak.benchmark;
