package io.github.memoryleak;

import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.growth.Trend;

/** A class or a kind of thread that is under suspicion after the latest round. */
record Growing(GrowingType type, Trend trend, boolean thread, boolean byCount) {}
