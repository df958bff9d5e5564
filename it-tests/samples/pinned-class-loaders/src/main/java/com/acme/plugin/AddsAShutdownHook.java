package com.acme.plugin;

/** Wants to tidy up when the JVM ends. */
public final class AddsAShutdownHook extends Thread {
  @Override
  public void run() {
    if (Thread.currentThread() != this) {
      Runtime.getRuntime().addShutdownHook(this);
    }
  }
}
