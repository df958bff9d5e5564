package io.github.memoryleak.census;

import org.jspecify.annotations.Nullable;

/**
 * Objects planted on purpose, one a loop. A census that does not count them exactly would not see a
 * leak either.
 *
 * <p>They are a linked list, so that each costs one object of one class and nothing else.
 */
public final class PositiveControl {
  /** The class that is counted. */
  static final String TYPE = Planted.class.getName();

  private @Nullable Planted head;
  private int planted;

  /** Plants one object. */
  public void plant() {
    head = new Planted(head);
    planted++;
  }

  /** {@return how many objects are planted} */
  public int planted() {
    return planted;
  }

  /** Lets all planted objects go. */
  public void clear() {
    head = null;
    planted = 0;
  }

  private static final class Planted {
    @SuppressWarnings("unused") // It is what keeps the next one alive.
    private final @Nullable Planted next;

    Planted(@Nullable Planted next) {
      this.next = next;
    }
  }
}
