package com.acme;

import java.util.ArrayList;
import java.util.List;

/** Nothing is left on the thread after the work. */
final class GoodContext {
  private static final ThreadLocal<List<String>> NOTES = ThreadLocal.withInitial(ArrayList::new);

  int work(int request) {
    try {
      NOTES.get().add("request " + request);
      return NOTES.get().size();
    } finally {
      NOTES.remove();
    }
  }
}
