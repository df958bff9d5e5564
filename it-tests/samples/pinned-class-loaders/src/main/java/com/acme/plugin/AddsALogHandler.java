package com.acme.plugin;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Wants to see what is logged. */
public final class AddsALogHandler extends Handler implements Runnable {
  @Override
  public void run() {
    Logger.getLogger("").addHandler(this);
  }

  @Override
  public void publish(LogRecord line) {}

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
