package io.github.memoryleak.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes findings: what is not set is not known. */
public final class FindingBuilder {
  private Kind kind;
  private String subject;
  private String type;
  private double countPerLoop;
  private long bytesPerLoop;
  private @Nullable Long retainedBytes;
  private @Nullable Long retainedBytesPerLoop;
  private @Nullable String holder;
  private List<String> path = List.of();
  private List<String> site = List.of();
  private State state = State.HELD;
  private Owner owner = Owner.APPLICATION;
  private String fingerprint = "";
  private Status status = Status.NEW;
  private List<GrowingType> growing = List.of();
  private List<ThreadTrace> threads = List.of();
  private @Nullable Advice advice;
  private @Nullable String library;
  private @Nullable Interval bytesPerLoopInterval;

  /**
   * Begins a finding.
   *
   * @param kind what leaks
   * @param subject what shows it
   * @param type the class that grows
   */
  public FindingBuilder(Kind kind, String subject, String type) {
    this.kind = kind;
    this.subject = subject;
    this.type = type;
  }

  FindingBuilder(Finding finding) {
    kind = finding.kind();
    subject = finding.subject();
    type = finding.type();
    countPerLoop = finding.countPerLoop();
    bytesPerLoop = finding.bytesPerLoop();
    retainedBytes = finding.retainedBytes();
    retainedBytesPerLoop = finding.retainedBytesPerLoop();
    holder = finding.holder();
    path = finding.path();
    site = finding.site();
    state = finding.state();
    owner = finding.owner();
    fingerprint = finding.fingerprint();
    status = finding.status();
    growing = finding.growing();
    threads = finding.threads();
    advice = finding.advice();
    library = finding.library();
    bytesPerLoopInterval = finding.bytesPerLoopInterval();
  }

  /**
   * {@return this}
   *
   * @param value what shows it
   */
  public FindingBuilder subject(String value) {
    subject = value;
    return this;
  }

  /**
   * {@return this}
   *
   * @param value what leaks
   */
  public FindingBuilder kind(Kind value) {
    kind = value;
    return this;
  }

  /**
   * {@return this}
   *
   * @param value the class that grows
   */
  public FindingBuilder type(String value) {
    type = value;
    return this;
  }

  /**
   * {@return this}
   *
   * @param count growth in instances per loop
   * @param bytes growth in bytes per loop
   */
  public FindingBuilder perLoop(double count, long bytes) {
    countPerLoop = count;
    bytesPerLoop = bytes;
    return this;
  }

  /**
   * {@return this}
   *
   * @param value who holds what leaks
   */
  public FindingBuilder holding(Finding.Holding value) {
    holder = value.holder();
    path = value.path();
    retainedBytes = value.retainedBytes();
    retainedBytesPerLoop = value.retainedBytesPerLoop();
    return this;
  }

  /**
   * {@return this}
   *
   * @param value the stack that created what leaks
   */
  public FindingBuilder site(List<String> value) {
    site = value;
    return this;
  }

  /**
   * {@return this}
   *
   * @param value how it stays
   */
  public FindingBuilder state(State value) {
    state = value;
    return this;
  }

  /**
   * {@return this}
   *
   * @param value whose code the type belongs to
   */
  public FindingBuilder owner(Owner value) {
    owner = value;
    return this;
  }

  /**
   * {@return this}
   *
   * @param value the same for the same leak in every run
   */
  public FindingBuilder fingerprint(String value) {
    fingerprint = value;
    return this;
  }

  /**
   * {@return this}
   *
   * @param value whether it counts
   */
  public FindingBuilder status(Status value) {
    status = value;
    return this;
  }

  /**
   * {@return this}
   *
   * @param value the classes that grew together, the type first
   */
  public FindingBuilder growing(List<GrowingType> value) {
    growing = value;
    return this;
  }

  /**
   * {@return this}
   *
   * @param value leaked threads
   */
  public FindingBuilder threads(List<ThreadTrace> value) {
    threads = value;
    return this;
  }

  /**
   * {@return this}
   *
   * @param value what is known of such a leak
   */
  public FindingBuilder advice(@Nullable Advice value) {
    advice = value;
    return this;
  }

  /**
   * {@return this}
   *
   * @param value the artifact of a library's leak, {@code group:artifact:version}
   */
  public FindingBuilder library(@Nullable String value) {
    library = value;
    return this;
  }

  /**
   * {@return this}
   *
   * @param value what the growth in bytes per loop lies between, where it is not counted exactly
   */
  public FindingBuilder bytesPerLoopInterval(@Nullable Interval value) {
    bytesPerLoopInterval = value;
    return this;
  }

  /** {@return the finding} */
  public Finding build() {
    return new Finding(
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
        advice,
        library,
        bytesPerLoopInterval);
  }
}
