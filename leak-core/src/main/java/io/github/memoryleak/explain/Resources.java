package io.github.memoryleak.explain;

import io.github.memoryleak.census.Meter;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.State;
import java.util.List;

/** What a resource's findings look like, and in which objects it shows on the heap. */
public enum Resources {
  FILES(
      Meter.FILE_DESCRIPTOR,
      Kind.FILE_DESCRIPTOR,
      State.HELD,
      List.of(
          "sun.nio.fs.UnixDirectoryStream",
          "sun.nio.fs.UnixSecureDirectoryStream",
          "java.util.zip.ZipFile",
          "java.util.jar.JarFile",
          "java.io.FileInputStream",
          "java.io.FileOutputStream",
          "java.io.RandomAccessFile",
          "sun.nio.ch.FileChannelImpl",
          "sun.nio.ch.NioSocketImpl",
          "sun.nio.ch.SocketChannelImpl",
          "sun.nio.ch.ServerSocketChannelImpl",
          "sun.nio.ch.DatagramChannelImpl",
          "sun.nio.ch.SourceChannelImpl",
          "sun.nio.ch.EPollSelectorImpl",
          "sun.nio.ch.KQueueSelectorImpl",
          "java.io.FileDescriptor")),
  UNCLOSED_FILES(Meter.UNCLOSED_FILE, Kind.FILE_DESCRIPTOR, State.UNCLOSED, FILES.types),
  BUFFERS(
      Meter.DIRECT_BUFFER,
      Kind.DIRECT_BUFFER,
      State.HELD,
      List.of("java.nio.DirectByteBuffer", "java.nio.DirectByteBufferR")),
  UNCLOSED_NATIVE(
      Meter.UNCLOSED_NATIVE,
      Kind.NATIVE,
      State.UNCLOSED,
      List.of("java.util.zip.Inflater", "java.util.zip.Deflater")),
  NATIVE(Meter.NATIVE, Kind.NATIVE, State.HELD, List.of()),
  MALLOC(Meter.MALLOC, Kind.NATIVE, State.HELD, List.of());

  private final Meter meter;
  private final Kind kind;
  private final State state;
  private final List<String> types;

  Resources(Meter meter, Kind kind, State state, List<String> types) {
    this.meter = meter;
    this.kind = kind;
    this.state = state;
    this.types = types;
  }

  /** {@return whether it is memory that goes with something else, or stands for itself} */
  public boolean isMemory() {
    return this == NATIVE || this == MALLOC;
  }

  public Meter meter() {
    return meter;
  }

  public Kind kind() {
    return kind;
  }

  public State state() {
    return state;
  }

  /** {@return the classes whose objects stand for it; those that say more come first} */
  public List<String> types() {
    return types;
  }

  /** {@return the classes whose constructors open what is of that kind} */
  static List<String> openers(Kind kind, State state) {
    for (Resources resource : values()) {
      if (resource.kind == kind && resource.state == state) {
        return resource.types;
      }
    }
    return List.of();
  }
}
