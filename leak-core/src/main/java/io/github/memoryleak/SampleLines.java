package io.github.memoryleak;

import java.util.List;
import java.util.stream.Collectors;

/** Samples as JSON, one object a line. */
final class SampleLines {
  private SampleLines() {}

  static String of(List<ResourceSample> samples) {
    return samples.stream().map(SampleLines::line).collect(Collectors.joining());
  }

  private static String line(ResourceSample s) {
    return ("{\"time\":\"%s\",\"heapUsedBytes\":%d,\"heapCommittedBytes\":%d,"
            + "\"heapAfterCollectionBytes\":%d,\"threads\":%d,\"loadedClasses\":%d,"
            + "\"fileDescriptors\":%d,\"bufferBytes\":%d,\"tracked\":%d,"
            + "\"reads\":%d,\"bytesRead\":%d,\"writes\":%d,\"bytesWritten\":%d}\n")
        .formatted(
            s.time(),
            s.heapUsedBytes(),
            s.heapCommittedBytes(),
            s.heapAfterCollectionBytes(),
            s.threads(),
            s.loadedClasses(),
            s.fileDescriptors(),
            s.bufferBytes(),
            s.tracked(),
            s.reads(),
            s.bytesRead(),
            s.writes(),
            s.bytesWritten());
  }
}
