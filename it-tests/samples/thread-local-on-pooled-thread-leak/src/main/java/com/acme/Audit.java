package com.acme;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Its worker lives as long as the program, and so does what its thread-local collects. */
final class Audit {
  private static final ExecutorService WORKER =
      Executors.newFixedThreadPool(
          1,
          task -> {
            Thread thread = new Thread(task, "audit");
            thread.setDaemon(true);
            return thread;
          });
  private static final ThreadLocal<List<AuditEntry>> TRAIL =
      ThreadLocal.withInitial(ArrayList::new);

  private Audit() {}

  static Future<String> record(String user) {
    return WORKER.submit(
        () -> {
          AuditEntry entry = new AuditEntry(user, System.nanoTime());
          TRAIL.get().add(entry);
          return entry.user();
        });
  }
}
