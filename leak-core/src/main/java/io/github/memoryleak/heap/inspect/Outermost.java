package io.github.memoryleak.heap.inspect;

/** Tells which of the selected objects no other selected object dominates. */
final class Outermost {
  private static final int INSIDE = 1;
  private static final int OUTSIDE = 0;

  private final HeapView view;
  private final boolean[] isSelected;

  /** For the objects seen so far: whether they are selected or dominated by a selected one. */
  private final IntMap known = new IntMap();

  Outermost(HeapView view, boolean[] isSelected) {
    this.view = view;
    this.isSelected = isSelected;
  }

  boolean is(int object) {
    int dominator = view.tree().dominator(object);
    int answer = answer(dominator);
    for (int o = dominator; o >= 0 && known.get(o) < 0; o = view.tree().dominator(o)) {
      known.put(o, answer);
      if (isSelected[view.graph().classOf(o)]) {
        break;
      }
    }
    return answer == OUTSIDE;
  }

  private int answer(int from) {
    for (int o = from; o >= 0; o = view.tree().dominator(o)) {
      int answer = known.get(o);
      if (answer >= 0) {
        return answer;
      }
      if (isSelected[view.graph().classOf(o)]) {
        return INSIDE;
      }
    }
    return OUTSIDE;
  }
}
