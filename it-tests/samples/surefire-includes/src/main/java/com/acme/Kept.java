package com.acme;

import java.util.ArrayList;
import java.util.List;

final class Kept {
  private static final List<Kept> ALL = new ArrayList<>();

  private Kept() {}

  static Kept more() {
    Kept kept = new Kept();
    ALL.add(kept);
    return kept;
  }
}
