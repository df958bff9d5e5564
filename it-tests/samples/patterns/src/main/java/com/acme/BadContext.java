package com.acme;

import java.util.ArrayList;
import java.util.List;

/** What a request notes stays on the worker's thread, and the next one adds to it. */
final class BadContext {
  private static final ThreadLocal<List<String>> NOTES = ThreadLocal.withInitial(ArrayList::new);

  int work(int request) {
    NOTES.get().add("request " + request);
    return NOTES.get().size();
  }
}
