package com.acme;

import java.security.Provider;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.util.Properties;
import java.util.TimerTask;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What stays in the registries. */
final class Entries {
  private Entries() {}

  static final class Hook extends Thread {}

  public interface BeanMBean {
    int getSize();
  }

  static final class Bean implements BeanMBean {
    @Override
    public int getSize() {
      return 1;
    }
  }

  static final class Task extends TimerTask {
    @Override
    public void run() {}
  }

  static final class Visit {}

  static final class Handler implements Thread.UncaughtExceptionHandler {
    private final Thread.UncaughtExceptionHandler before;

    Handler(Thread.UncaughtExceptionHandler before) {
      this.before = before;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable e) {
      if (before != null) {
        before.uncaughtException(thread, e);
      }
    }
  }

  static final class LogHandler extends java.util.logging.Handler {
    @Override
    public void publish(LogRecord line) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  static final class NoProvider extends Provider {
    private static final long serialVersionUID = 1;

    NoProvider(String name) {
      super(name, "1", "nothing");
    }
  }

  static final class NoDriver implements Driver {
    @Override
    public Connection connect(String url, Properties properties) {
      return null;
    }

    @Override
    public boolean acceptsURL(String url) {
      return false;
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
      return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
      return 1;
    }

    @Override
    public int getMinorVersion() {
      return 0;
    }

    @Override
    public boolean jdbcCompliant() {
      return false;
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getGlobal();
    }
  }
}
