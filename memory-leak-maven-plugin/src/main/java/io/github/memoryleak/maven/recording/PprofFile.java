package io.github.memoryleak.maven.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import one.proto.Proto;

/**
 * Writes samples as pprof does: a gzip-compressed protocol buffer, with the sample types of Go's
 * heap profiles, so that tools for those read it.
 *
 * <p>Source of the format: profile.proto of google/pprof.
 */
final class PprofFile {
  private static final int START = 1 << 16;

  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final Map<String, Integer> functions = new LinkedHashMap<>();
  private final Map<Frame, Integer> locations = new LinkedHashMap<>();
  private final Proto profile = new Proto(START);

  private PprofFile() {
    string("");
  }

  static void write(Recording recording, Path file) throws IOException {
    PprofFile written = new PprofFile();
    written.sampleType("alloc_objects", "count");
    written.sampleType("alloc_space", "bytes");
    boolean live = !recording.live().isEmpty();
    if (live) {
      written.sampleType("inuse_objects", "count");
      written.sampleType("inuse_space", "bytes");
    }
    recording.allocations().forEach(a -> written.sample(a, live, false));
    recording.live().forEach(a -> written.sample(a, live, true));
    written.tables();
    written.profile.field(10, recording.nanos());
    written.profile.field(14, written.string("alloc_space"));
    written.stringTable();
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(written.profile.buffer(), 0, written.profile.size());
    }
  }

  private void sampleType(String type, String unit) {
    profile.field(1, new Proto(16).field(1, string(type)).field(2, string(unit)));
  }

  private void sample(Allocation allocation, boolean withLive, boolean isLive) {
    Proto sample = new Proto(64);
    Proto ids = new Proto(64);
    allocation.stack().forEach(frame -> ids.writeInt(location(frame)));
    sample.field(1, ids);
    Proto values = new Proto(32);
    if (isLive) {
      values.writeLong(0);
      values.writeLong(0);
    }
    values.writeLong(allocation.objects());
    values.writeLong(allocation.bytes());
    if (withLive && !isLive) {
      values.writeLong(0);
      values.writeLong(0);
    }
    sample.field(2, values);
    label(sample, "class", allocation.type());
    label(sample, "test", allocation.test());
    profile.field(2, sample);
  }

  private void label(Proto sample, String key, String text) {
    if (!text.isEmpty()) {
      sample.field(3, new Proto(16).field(1, string(key)).field(2, string(text)));
    }
  }

  /** Locations, then functions; each string that they need is there by now. */
  private void tables() {
    List<Proto> named = new ArrayList<>();
    locations.forEach(
        (frame, id) -> {
          int function = functions.computeIfAbsent(frame.method(), m -> functions.size() + 1);
          Proto line = new Proto(16).field(1, function).field(2, Math.max(0, frame.line()));
          profile.field(4, new Proto(32).field(1, id).field(4, line));
          if (named.size() < function) {
            named.add(function(function, frame));
          }
        });
    named.forEach(function -> profile.field(5, function));
  }

  private Proto function(int id, Frame frame) {
    int name = string(frame.method());
    return new Proto(32).field(1, id).field(2, name).field(3, name).field(4, string(frame.file()));
  }

  private void stringTable() {
    strings.keySet().forEach(text -> profile.field(6, text));
  }

  private int location(Frame frame) {
    return locations.computeIfAbsent(frame, f -> locations.size() + 1);
  }

  private int string(String text) {
    return strings.computeIfAbsent(text, t -> strings.size());
  }
}
