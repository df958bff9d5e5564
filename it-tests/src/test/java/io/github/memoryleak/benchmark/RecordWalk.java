package io.github.memoryleak.benchmark;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;

/**
 * Hops over the records of a dump with ids of 8 bytes and counts objects, and nothing else: what
 * must see each object cannot be faster.
 */
public final class RecordWalk {
  private static final int HEADER = 31;
  private static final int[] SIZES = {0, 0, 0, 0, 1, 2, 4, 8, 1, 2, 4, 8};

  private final FileChannel channel;
  private long objects;

  private RecordWalk(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Prints how many objects there are.
   *
   * @param args the dump
   * @throws IOException when it cannot be read
   */
  public static void main(String[] args) throws IOException {
    try (FileChannel channel = FileChannel.open(Path.of(args[0]))) {
      RecordWalk walk = new RecordWalk(channel);
      walk.walk();
      System.out.println(walk.objects);
    }
  }

  private void walk() throws IOException {
    long position = HEADER;
    while (position < channel.size()) {
      MappedByteBuffer head = channel.map(MapMode.READ_ONLY, position, 9);
      int tag = head.get(0) & 0xff;
      long length = head.getInt(5) & 0xffffffffL;
      if (tag == 0x0C || tag == 0x1C) {
        segment(channel.map(MapMode.READ_ONLY, position + 9, length));
      }
      position = skipped(position + 9 + length);
    }
  }

  /** Small records lie side by side in great number: one mapping for all of them. */
  private long skipped(long start) throws IOException {
    long length = Math.min(channel.size() - start, 1 << 26);
    MappedByteBuffer bytes = channel.map(MapMode.READ_ONLY, start, length);
    int at = 0;
    while (at + 9 <= length && (bytes.get(at) & 0xff) != 0x0C && (bytes.get(at) & 0xff) != 0x1C) {
      long next = at + 9 + (bytes.getInt(at + 5) & 0xffffffffL);
      if (next > length) {
        break;
      }
      at = (int) next;
    }
    return start + at;
  }

  private void segment(MappedByteBuffer bytes) {
    int at = 0;
    while (at < bytes.limit()) {
      int tag = bytes.get(at) & 0xff;
      if (tag >= 0x21 && tag <= 0x23) {
        objects++;
      }
      at = after(bytes, at, tag);
    }
  }

  private static int after(MappedByteBuffer bytes, int at, int tag) {
    return switch (tag) {
      case 0x21 -> at + 25 + bytes.getInt(at + 21);
      case 0x22 -> at + 25 + 8 * bytes.getInt(at + 13);
      case 0x23 -> at + 18 + SIZES[bytes.get(at + 17)] * bytes.getInt(at + 13);
      case 0x20 -> afterClass(bytes, at);
      case 0x05, 0x07, 0xFF -> at + 9;
      case 0x01 -> at + 17;
      case 0x04, 0x06 -> at + 13;
      case 0x02, 0x03, 0x08 -> at + 17;
      default -> throw new IllegalStateException("Unknown tag 0x" + Integer.toHexString(tag));
    };
  }

  private static int afterClass(MappedByteBuffer bytes, int at) {
    int next = at + 1 + 8 * 7 + 8;
    next += 2;
    int statics = bytes.getShort(next) & 0xffff;
    next += 2;
    for (int i = 0; i < statics; i++) {
      int type = bytes.get(next + 8);
      next += 9 + (type == 2 ? 8 : SIZES[type]);
    }
    return next + 2 + 9 * (bytes.getShort(next) & 0xffff);
  }
}
