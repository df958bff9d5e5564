package com.acme;

import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Starts threads in all ways, and never ends them. */
final class Agency {
  static final List<ExecutorService> OFFICES = new ArrayList<>();
  static final List<Timer> ALARMS = new ArrayList<>();

  private static final long HOUR = TimeUnit.HOURS.toMillis(1);
  private static final CountDownLatch NEVER = new CountDownLatch(1);
  private static final ExecutorService STAFF =
      Executors.newCachedThreadPool(task -> daemon(task, "staff-" + task.hashCode()));

  private Agency() {}

  static String heldPool() throws Exception {
    ExecutorService office = Executors.newFixedThreadPool(2);
    OFFICES.add(office);
    return office.submit(() -> "held").get();
  }

  static String lostPool() throws Exception {
    ExecutorService office = Executors.newFixedThreadPool(2, task -> daemon(task, "clerk-1"));
    return office.submit(() -> "lost").get();
  }

  static String lostScheduler() throws Exception {
    ScheduledExecutorService office =
        Executors.newScheduledThreadPool(1, task -> daemon(task, "guard-1"));
    office.scheduleAtFixedRate(() -> {}, HOUR, HOUR, TimeUnit.MILLISECONDS);
    return office.submit(() -> "lost").get();
  }

  static String heldForkJoinPool() throws Exception {
    ForkJoinPool office = new ForkJoinPool(1);
    OFFICES.add(office);
    return office.submit(() -> "held").get();
  }

  static void stuckTask() {
    STAFF.execute(Agency::await);
  }

  static void loneThread() {
    daemon(Agency::await, "courier-1").start();
  }

  static void heldTimer() {
    ALARMS.add(new Timer("alarm-1", true));
  }

  static void lostTimer() {
    new Timer("reminder-1", true).schedule(remind(), HOUR);
  }

  private static TimerTask remind() {
    return new TimerTask() {
      @Override
      public void run() {}
    };
  }

  private static void await() {
    try {
      NEVER.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
