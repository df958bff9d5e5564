package com.acme.shop;

/**
 * Proof of a payment.
 *
 * @param customer who paid
 * @param cents how much
 */
public record Receipt(String customer, int cents) {}
