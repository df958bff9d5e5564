package com.acme;

record Parcel(String to) {}
