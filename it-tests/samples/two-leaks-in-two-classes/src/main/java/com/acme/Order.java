package com.acme;

record Order(int number) {}
