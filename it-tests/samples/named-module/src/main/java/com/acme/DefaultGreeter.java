package com.acme;

public final class DefaultGreeter implements Greeter {
  @Override
  public String greet() {
    return "Hello";
  }
}
