package com.acme;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.security.Security;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.ObjectName;

/** Puts something into each of the JVM's own registries, and never takes it out. */
final class Registries {
  private static final Timer TIMER = new Timer("clock", true);
  private static final ScheduledExecutorService SCHEDULER =
      Executors.newScheduledThreadPool(1, Registries::daemon);
  private static final Logger LOGGER = Logger.getLogger("com.acme");
  private static final InheritableThreadLocal<Entries.Chain> CHAIN = new InheritableThreadLocal<>();

  private static int count;

  private Registries() {}

  static void shutdownHook() {
    Runtime.getRuntime().addShutdownHook(new Entries.Hook());
  }

  static void bean() throws JMException {
    ObjectName name = new ObjectName("com.acme:type=Bean,id=" + count++);
    ManagementFactory.getPlatformMBeanServer().registerMBean(new Entries.Bean(), name);
  }

  static void driver() throws SQLException {
    DriverManager.registerDriver(new Entries.NoDriver());
  }

  static void deleteOnExit() throws IOException {
    File file = File.createTempFile("acme", ".tmp");
    file.deleteOnExit();
    if (!file.delete()) {
      throw new IOException(file + " cannot be deleted");
    }
  }

  static void systemProperty() {
    System.setProperty("com.acme.order." + count++, "open");
  }

  static void provider() {
    Security.addProvider(new Entries.NoProvider("acme" + count++));
  }

  static void uncaughtHandler() {
    Thread.setDefaultUncaughtExceptionHandler(
        new Entries.Handler(Thread.getDefaultUncaughtExceptionHandler()));
  }

  static void timerTask() {
    TIMER.schedule(new Entries.Task(), TimeUnit.HOURS.toMillis(1));
  }

  static void scheduledTask() {
    SCHEDULER.schedule(new Entries.Task(), 1, TimeUnit.HOURS);
  }

  static void logHandler() {
    LOGGER.addHandler(new Entries.LogHandler());
  }

  static void inheritable() {
    CHAIN.set(new Entries.Chain(CHAIN.get()));
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "scheduler");
    thread.setDaemon(true);
    return thread;
  }
}
