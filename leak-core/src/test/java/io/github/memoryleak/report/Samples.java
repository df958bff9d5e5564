package io.github.memoryleak.report;

import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Owner;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.State;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.ThreadTrace;
import io.github.memoryleak.finding.Verdict;
import java.util.List;

/** Reports as they come out of real measurements. */
final class Samples {

  static final LeakReport.Environment ENVIRONMENT =
      new LeakReport.Environment(
          "17.0.15",
          "OpenJDK 64-Bit Server VM",
          "G1",
          "2026-11-23T05:00:00Z",
          42_345,
          List.of(
              new LeakReport.ForeignThreads("the JVM and the JDK", 6),
              new LeakReport.ForeignThreads("this measurement", 1)));

  static final SubjectResult CART =
      new SubjectResult(
          "com.acme.CartTest",
          Verdict.PASS,
          null,
          3,
          3,
          new Change(12_908_003, 12_908_011),
          new Change(14, 14),
          812);

  static final SubjectResult CHECKOUT =
      new SubjectResult(
          "com.acme.CheckoutTest#pay",
          Verdict.LEAK,
          null,
          6,
          63,
          new Change(14_686_412, 15_581_212),
          new Change(14, 19),
          4_020);

  static final Finding SESSIONS =
      new Finding(
          Kind.HEAP,
          "com.acme.CheckoutTest#pay",
          "com.acme.Session",
          1.0,
          4301,
          107_525L,
          null,
          "static com.acme.Sessions.ACTIVE",
          List.of(
              "static com.acme.Sessions.ACTIVE",
              "java.util.concurrent.ConcurrentHashMap",
              "com.acme.Session"),
          List.of(
              "com.acme.CheckoutService.open(CheckoutService.java:41)",
              "com.acme.CheckoutTest.pay(CheckoutTest.java:23)",
              "java.base@17.0.15/java.lang.reflect.Method.invoke(Method.java:568)",
              "java.base@17.0.15/java.util.ArrayList.forEach(ArrayList.java:1511)"),
          State.HELD,
          Owner.APPLICATION,
          "5f2c0a9e1b3d4f66",
          Status.NEW,
          List.of(
              new GrowingType("com.acme.Session", 63, 1512, 1, 24),
              new GrowingType("byte[]", 126, 263_088, 2, 4176),
              new GrowingType("java.lang.String", 63, 1512, 1, 24),
              new GrowingType("java.util.concurrent.ConcurrentHashMap$Node", 63, 2016, 1, 32)),
          List.of());

  static final List<String> WORKER_STACK =
      List.of(
          "java.base@17.0.15/jdk.internal.misc.Unsafe.park(Native Method)",
          "java.base@17.0.15/java.util.concurrent.locks.LockSupport.park(LockSupport.java:341)",
          "java.base@17.0.15/java.util.concurrent.LinkedBlockingQueue.take(LinkedBlockingQueue.java:435)",
          "app//com.acme.Dispatcher.next(Dispatcher.java:57)",
          "app//com.acme.Dispatcher$$Lambda$14/0x0000000800c03000.run(Unknown Source)",
          "java.base@17.0.15/java.lang.Thread.run(Thread.java:840)");

  static final Finding WORKERS =
      new Finding(
          Kind.THREAD,
          "com.acme.CheckoutTest#pay",
          "java.lang.Thread \"pool-*-thread-*\"",
          1.0,
          0,
          null,
          null,
          null,
          List.of(),
          List.of("com.acme.Dispatcher.<init>(Dispatcher.java:31)"),
          State.HELD,
          Owner.APPLICATION,
          "77aa01",
          Status.NEW,
          List.of(),
          List.of(
              worker("pool-1-thread-1", "WAITING", WORKER_STACK),
              worker("pool-2-thread-1", "WAITING", WORKER_STACK),
              worker(
                  "pool-3-thread-1",
                  "RUNNABLE",
                  List.of("com.acme.Dispatcher.work(Dispatcher.java:72)"))));

  private Samples() {}

  static ThreadTrace worker(String name, String state, List<String> stack) {
    return new ThreadTrace(name, "java.lang.Thread", state, false, stack);
  }

  static SubjectResult inconclusive(String name, String reason) {
    return new SubjectResult(
        name, Verdict.INCONCLUSIVE, reason, 0, 1, new Change(0, 0), new Change(0, 0), 100);
  }

  static Problem problem(Problem.Type type, String message, String... detail) {
    return new Problem("com.acme.OrderTest#ship", type, message, List.of(detail));
  }

  static LeakReport report(
      Verdict verdict,
      List<SubjectResult> subjects,
      List<Finding> findings,
      List<Problem> problems,
      String... notes) {
    return new LeakReport(verdict, ENVIRONMENT, subjects, findings, problems, List.of(notes));
  }

  /** What the driver says about each kind of problem. */
  static String message(Problem.Type type) {
    return switch (type) {
      case TEST_FAILED -> "The test fails: expected: <1> but was: <2>";
      case NOT_REPEATABLE ->
          "The test passes the first time and fails the second time: port 8080 is in use";
      case HUNG -> "The test did not end within 60 s.";
      case EXITED -> "The test ended the JVM with exit code 3.";
      case OUT_OF_MEMORY -> "The measured JVM ran out of memory: Java heap space";
      case CRASHED -> "The measured JVM died with exit code 134.";
      case DISCOVERY_FAILED -> "The tests could not be loaded: com/acme/Missing";
      case CONTROL_FAILED -> "Of 10 planted objects 12 were counted in round 2.";
      case UNDECIDED -> "byte[] grew in some rounds and shrank in others.";
      case BROKEN_OFF -> "The measurement was broken off after 3 of 40 test classes.";
    };
  }

  static String[] detail(Problem.Type type) {
    return switch (type) {
      case TEST_FAILED ->
          new String[] {
            "org.opentest4j.AssertionFailedError: expected: <1> but was: <2>",
            "\tat com.acme.OrderTest.ship(OrderTest.java:20)"
          };
      case HUNG ->
          new String[] {
            "\"main\" WAITING",
            "    at java.util.concurrent.CountDownLatch.await(CountDownLatch.java:230)",
            "    at com.acme.OrderTest.ship(OrderTest.java:33)"
          };
      case EXITED -> new String[] {"at com.acme.Main.main(Main.java:12)"};
      default -> new String[0];
    };
  }

  /** A finding of which only the growth is known. */
  static Finding heap(String type, double countPerLoop, long bytesPerLoop, Status status) {
    return new Finding(
        Kind.HEAP,
        "com.acme.CheckoutTest#pay",
        type,
        countPerLoop,
        bytesPerLoop,
        null,
        null,
        null,
        List.of(),
        List.of(),
        State.HELD,
        Owner.APPLICATION,
        "0a",
        status,
        List.of(),
        List.of());
  }

  /** A resource that nobody closed. */
  static Finding finding(
      Kind kind, String type, double countPerLoop, long bytesPerLoop, Owner owner) {
    return new Finding(
        kind,
        "com.acme.CheckoutTest#pay",
        type,
        countPerLoop,
        bytesPerLoop,
        null,
        null,
        null,
        List.of(),
        List.of(),
        State.UNCLOSED,
        owner,
        "0b",
        Status.NEW,
        List.of(),
        List.of());
  }
}
