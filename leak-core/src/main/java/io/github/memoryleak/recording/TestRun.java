package io.github.memoryleak.recording;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A test ran: what was recorded meanwhile is the test's, as tests run one after the other. */
@Name(TestRun.NAME)
@Label("Test Run")
@Description("One execution of one test")
@Category("Memory Leak Gate")
@StackTrace(false)
public final class TestRun extends Event {
  /** The event's name. */
  public static final String NAME = "io.github.memoryleak.TestRun";

  /** The test, for instance {@code com.acme.CartTest#add}. */
  @Label("Test")
  public final String test;

  /**
   * Begins the event; {@link #commit()} ends it.
   *
   * @param test the test
   */
  public TestRun(String test) {
    this.test = test;
  }
}
