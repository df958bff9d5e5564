package io.github.memoryleak.finding;

/**
 * A class whose live instances, or their bytes, grew over the rounds.
 *
 * @param type the class name, as in source; arrays as {@code byte[]}
 * @param count by how many instances it grew in all
 * @param bytes by how many bytes (shallow) it grew in all
 * @param countPerLoop growth of the instances per loop
 * @param bytesPerLoop growth of the shallow bytes per loop
 */
public record GrowingType(
    String type, long count, long bytes, double countPerLoop, double bytesPerLoop) {}
