package com.acme;

record Quote(long number, int cents) {}
