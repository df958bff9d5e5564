package com.acme;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.security.Security;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.ObjectName;

/** Puts something into each of the JVM's own registries, and never takes it out. */
final class Registries {
  private static final Timer TIMER = new Timer("clock", true);
  private static final ScheduledExecutorService SCHEDULER =
      Executors.newScheduledThreadPool(1, task -> daemon(task, "scheduler"));
  private static final Logger LOGGER = Logger.getLogger("com.acme");
  private static final InheritableThreadLocal<List<Entries.Visit>> VISITS =
      new InheritableThreadLocal<>();
  private static final ExecutorService HEIR = heir();

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

  static void inheritable() throws ExecutionException, InterruptedException {
    HEIR.submit(() -> VISITS.get().add(new Entries.Visit())).get();
  }

  /** Its worker has what was set where it was started, also when that is removed there. */
  private static ExecutorService heir() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), r -> daemon(r, "heir"));
    VISITS.set(new ArrayList<>());
    pool.prestartCoreThread();
    VISITS.remove();
    return pool;
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
