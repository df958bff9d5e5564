package com.acme.plugin;

/** What it keeps for the thread is never removed. */
public final class SetsAThreadLocal implements Runnable {
  private static final ThreadLocal<Object> CONTEXT = new ThreadLocal<>();

  @Override
  public void run() {
    CONTEXT.set(this);
  }
}
