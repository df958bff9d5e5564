package io.github.memoryleak.heap.growth;

/**
 * A sign that what accumulates is limited: it was found in the dump, at an owner of what grows.
 *
 * @param sign what kind of sign it is
 * @param place the field, as {@code com.acme.Cache.maximum}; for an override the class
 * @param limit how many objects all owners together will hold; 0 where the dump cannot tell
 */
public record Bound(Sign sign, String place, long limit) {

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
