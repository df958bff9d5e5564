package com.acme;

public interface Greeter {
  String greet();
}
