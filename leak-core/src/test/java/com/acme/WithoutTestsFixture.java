package com.acme;

/** Named like a test class and has no test. */
class WithoutTestsFixture {}
