package io.github.memoryleak.finding;

/** What leaks: the meter that a finding comes from. */
public enum Kind {
  /** Objects on the Java heap. */
  HEAP,
  /** Threads that never end. */
  THREAD,
  /** Class loaders that survive their use. */
  CLASS_LOADER,
  /** Classes, or the memory of classes. */
  METASPACE,
  /** Direct or mapped buffers. */
  DIRECT_BUFFER,
  /** Files, pipes or sockets that stay open. */
  FILE_DESCRIPTOR,
  /** Memory outside the heap that is none of the above. */
  NATIVE
}
