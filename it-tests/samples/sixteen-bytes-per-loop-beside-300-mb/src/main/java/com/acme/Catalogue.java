package com.acme;

import java.util.ArrayList;
import java.util.List;

/** Three hundred megabytes that are rightly there. */
final class Catalogue {
  private static final List<byte[]> PICTURES = new ArrayList<>();
  private static final List<String> TITLES = new ArrayList<>();

  static {
    for (int i = 0; i < 250; i++) {
      PICTURES.add(new byte[1 << 20]);
    }
    for (int i = 0; i < 750_000; i++) {
      TITLES.add("title " + i);
    }
  }

  private Catalogue() {}

  static int size() {
    return PICTURES.size() + TITLES.size();
  }
}
