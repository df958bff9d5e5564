package io.github.memoryleak.heap.growth;

import java.io.IOException;
import java.nio.file.Path;

/** Tells when a dump can be read. */
@FunctionalInterface
public interface DumpArrival {
  /** All of them are there. */
  DumpArrival AT_ONCE = dump -> {};

  /**
   * Returns when the dump is whole. Asked for the dumps in their order, once for each.
   *
   * @param dump the file
   * @throws IOException when it will never be
   */
  void await(Path dump) throws IOException;
}
