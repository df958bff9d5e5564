package io.github.memoryleak.finding;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a leak like this one.
 *
 * @param cause why it leaks; a sentence
 * @param remedy what to do; a sentence
 * @param reference an address with more; {@code null} for none
 */
public record Advice(String cause, String remedy, @Nullable String reference) {}
