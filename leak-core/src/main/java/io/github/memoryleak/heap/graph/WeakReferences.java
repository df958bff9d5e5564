package io.github.memoryleak.heap.graph;

/** The instances of {@link java.lang.ref.Reference} that have a referent. */
public final class WeakReferences {
  private final LongList pairs = new LongList();
  private final LongList strengths = new LongList();

  void add(int reference, int referent, Strength strength) {
    pairs.add((long) reference << Integer.SIZE | referent);
    strengths.add(strength.ordinal());
  }

  void addAll(WeakReferences other) {
    pairs.addAll(other.pairs);
    strengths.addAll(other.strengths);
  }

  /** {@return how many there are} */
  public int count() {
    return pairs.size();
  }

  /**
   * {@return the number of the reference object}
   *
   * @param i 0 to {@link #count()} - 1
   */
  public int reference(int i) {
    return (int) (pairs.get(i) >>> Integer.SIZE);
  }

  /**
   * {@return the number of the object that it refers to}
   *
   * @param i 0 to {@link #count()} - 1
   */
  public int referent(int i) {
    return (int) pairs.get(i);
  }

  /**
   * {@return how strong the reference is}
   *
   * @param i 0 to {@link #count()} - 1
   */
  public Strength strength(int i) {
    return Strength.values()[(int) strengths.get(i)];
  }
}
