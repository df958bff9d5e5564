package com.acme.plugin;

/** Each is asked by the next one. */
public final class HandlesWhatNobodyCaught implements Runnable, Thread.UncaughtExceptionHandler {
  private Thread.UncaughtExceptionHandler before;

  @Override
  public void run() {
    before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(this);
  }

  @Override
  public void uncaughtException(Thread thread, Throwable e) {
    if (before != null) {
      before.uncaughtException(thread, e);
    }
  }
}
