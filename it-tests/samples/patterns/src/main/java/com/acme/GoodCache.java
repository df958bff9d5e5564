package com.acme;

import java.util.LinkedHashMap;
import java.util.Map;

/** At most a hundred prices; the eldest goes. */
final class GoodCache {
  private static final Map<Object, Double> PRICES =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Double> eldest) {
          return size() > 100;
        }
      };

  static synchronized double price(Object request) {
    return PRICES.computeIfAbsent(request, r -> Math.random());
  }
}
