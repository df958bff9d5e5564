package io.github.memoryleak.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One leak.
 *
 * @param kind what leaks
 * @param subject the test, class, suite or operation that shows it, for instance {@code
 *     com.acme.CheckoutTest#pay}
 * @param type the class that grows; for threads the thread's class and name pattern
 * @param countPerLoop growth in instances per loop
 * @param bytesPerLoop growth in shallow bytes per loop, of the whole group of types that grow
 *     together
 * @param retainedBytes bytes that the leaking objects keep alive, or {@code null} where that was
 *     not measured
 * @param retainedBytesPerLoop by how much that grew per loop, or {@code null}
 * @param holder the field or collection that accumulates, or {@code null} where that is not known
 * @param path strong references from a root to the growing objects; empty where that is not known
 * @param site the stack that created the growing objects, application frames first; empty where
 *     that is not known
 * @param state how it stays
 * @param owner whose code the type belongs to
 * @param fingerprint the same for the same leak in every run; hexadecimal
 * @param status whether it counts
 * @param growing the classes that grew together with the type, the type first
 * @param threads for a thread leak: the leaked threads, a few of each name pattern
 * @param advice what is known of such a leak, or {@code null}
 * @param library for a library's leak the artifact, {@code group:artifact:version}, or {@code null}
 *     where that is not known
 * @param bytesPerLoopInterval what the true growth in bytes per loop lies between, or {@code null}
 *     where they are counted exactly
 */
public record Finding(
    Kind kind,
    String subject,
    String type,
    double countPerLoop,
    long bytesPerLoop,
    @Nullable Long retainedBytes,
    @Nullable Long retainedBytesPerLoop,
    @Nullable String holder,
    List<String> path,
    List<String> site,
    State state,
    Owner owner,
    String fingerprint,
    Status status,
    List<GrowingType> growing,
    List<ThreadTrace> threads,
    @Nullable Advice advice,
    @Nullable String library,
    @Nullable Interval bytesPerLoopInterval) {

  /** Copies the lists. */
  public Finding {
    path = List.copyOf(path);
    site = List.copyOf(site);
    growing = List.copyOf(growing);
    threads = List.copyOf(threads);
  }

  /**
   * Makes a finding without advice, of no known library, whose bytes are counted exactly.
   *
   * @param kind as above
   * @param subject as above
   * @param type as above
   * @param countPerLoop as above
   * @param bytesPerLoop as above
   * @param retainedBytes as above
   * @param retainedBytesPerLoop as above
   * @param holder as above
   * @param path as above
   * @param site as above
   * @param state as above
   * @param owner as above
   * @param fingerprint as above
   * @param status as above
   * @param growing as above
   * @param threads as above
   */
  public Finding(
      Kind kind,
      String subject,
      String type,
      double countPerLoop,
      long bytesPerLoop,
      @Nullable Long retainedBytes,
      @Nullable Long retainedBytesPerLoop,
      @Nullable String holder,
      List<String> path,
      List<String> site,
      State state,
      Owner owner,
      String fingerprint,
      Status status,
      List<GrowingType> growing,
      List<ThreadTrace> threads) {
    this(
        kind,
        subject,
        type,
        countPerLoop,
        bytesPerLoop,
        retainedBytes,
        retainedBytesPerLoop,
        holder,
        path,
        site,
        state,
        owner,
        fingerprint,
        status,
        growing,
        threads,
        null,
        null,
        null);
  }

  /** {@return a builder that has all of this finding} */
  public FindingBuilder toBuilder() {
    return new FindingBuilder(this);
  }

  /**
   * {@return this finding with another owner}
   *
   * @param newOwner the owner
   */
  public Finding withOwner(Owner newOwner) {
    return toBuilder().owner(newOwner).build();
  }

  /**
   * {@return this finding with its site}
   *
   * @param newSite the stack that created what leaks, application frames first
   */
  public Finding withSite(List<String> newSite) {
    return toBuilder().site(newSite).build();
  }

  /**
   * {@return the same leak, seen in another subject}
   *
   * @param other the subject
   */
  public Finding seenIn(String other) {
    return toBuilder().subject(other).build();
  }

  /**
   * Who holds what leaks.
   *
   * @param holder the field or collection that accumulates; of threads what holds their pool,
   *     {@code null} for threads without one, which hold themselves
   * @param path strong references from a root to the growing objects, or to the threads' pool
   * @param retainedBytes bytes that the leaking objects keep alive; {@code null} where not known
   * @param retainedBytesPerLoop by how much that grew per loop; {@code null} where not known
   */
  public record Holding(
      @Nullable String holder,
      List<String> path,
      @Nullable Long retainedBytes,
      @Nullable Long retainedBytesPerLoop) {}

  /**
   * {@return this finding with its holder}
   *
   * @param holding who holds
   * @param newFingerprint the fingerprint of the finding with its holder
   */
  public Finding heldBy(Holding holding, String newFingerprint) {
    return toBuilder().holding(holding).fingerprint(newFingerprint).build();
  }
}
