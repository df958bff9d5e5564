package io.github.memoryleak.heap.growth;

/**
 * A sign that what accumulates is limited: it was found in the dump, at an owner of what grows.
 *
 * @param sign what kind of sign it is
 * @param place the field, as {@code com.acme.Cache.maximum}; for an override the class
 * @param limit how many objects all owners together will hold; 0 where the dump cannot tell
 * @param used how many there are already, where the place itself tells; else {@link #UNKNOWN}
 */
public record Bound(Sign sign, String place, long limit, long used) {
  /** What is in it is to be counted elsewhere. */
  public static final long UNKNOWN = -1;

  /** Makes one of a place that only tells the limit. */
  public Bound(Sign sign, String place, long limit) {
    this(sign, place, limit, UNKNOWN);
  }

  /** {@return the limit of two places of one name together} */
  Bound and(Bound other) {
    boolean known = used >= 0 && other.used >= 0;
    return new Bound(sign, place, limit + other.limit, known ? used + other.used : UNKNOWN);
  }

  /** How much a sign says. */
  public enum Sign {
    /** The limit of a well-known kind of cache or queue, which keeps to it. */
    CACHE,
    /** A subclass of {@code LinkedHashMap}, which may drop its eldest entry. */
    ELDEST,
    /** A number that may be a limit, by its name; only trying can tell. */
    NUMBER
  }
}
