package com.acme;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/** Holds pictures softly and their owners weakly; forgets the entries of those that are gone. */
final class Thumbnails {
  private static final Map<Integer, SoftReference<byte[]>> PICTURES = new ConcurrentHashMap<>();
  private static final Map<Object, String> OWNERS = new WeakHashMap<>();
  private static final ReferenceQueue<byte[]> GONE = new ReferenceQueue<>();
  private static int number;

  private Thumbnails() {}

  static int load(Object owner) {
    for (Reference<? extends byte[]> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
      Reference<? extends byte[]> reference = gone;
      PICTURES.values().removeIf(picture -> picture == reference);
    }
    byte[] picture = new byte[1024];
    PICTURES.put(number++, new SoftReference<>(picture, GONE));
    OWNERS.put(owner, "owner");
    return picture.length;
  }
}
