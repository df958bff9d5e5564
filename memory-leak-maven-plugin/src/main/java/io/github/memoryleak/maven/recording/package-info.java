/** Recordings of the Flight Recorder and of async-profiler: read, shown, compared, converted. */
@NullMarked
package io.github.memoryleak.maven.recording;

import org.jspecify.annotations.NullMarked;
