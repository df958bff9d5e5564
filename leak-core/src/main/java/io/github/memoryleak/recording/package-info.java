/** Records with the Flight Recorder. */
@NullMarked
package io.github.memoryleak.recording;

import org.jspecify.annotations.NullMarked;
