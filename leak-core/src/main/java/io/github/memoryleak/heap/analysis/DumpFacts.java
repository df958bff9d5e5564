package io.github.memoryleak.heap.analysis;

import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.hprof.HprofFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A dump at a glance.
 *
 * @param file the file
 * @param fileBytes its size, unpacked
 * @param taken when the dump was taken
 * @param objects all objects in it
 * @param bytes their size, as the JVM counts
 * @param jvm the JVM that was dumped
 * @param missing what is missing when the file ends early; empty when it is whole
 */
public record DumpFacts(
    Path file,
    long fileBytes,
    Instant taken,
    long objects,
    long bytes,
    JvmFacts jvm,
    Optional<String> missing) {

  /**
   * Collects the facts.
   *
   * @param file the dump
   * @param graph its objects
   * @return the facts
   */
  public static DumpFacts of(HprofFile file, HeapGraph graph) {
    return new DumpFacts(
        file.path(),
        file.size(),
        Instant.ofEpochMilli(file.timestamp()),
        graph.objects(),
        graph.classes().all().stream().mapToLong(HeapClass::bytes).sum(),
        JvmFacts.of(graph),
        file.missing());
  }
}
