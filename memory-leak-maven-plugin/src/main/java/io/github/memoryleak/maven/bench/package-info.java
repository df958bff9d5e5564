/** JMH benchmarks: run, read and compared. */
@NullMarked
package io.github.memoryleak.maven.bench;

import org.jspecify.annotations.NullMarked;
