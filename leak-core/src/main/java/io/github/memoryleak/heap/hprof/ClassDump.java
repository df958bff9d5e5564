package io.github.memoryleak.heap.hprof;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the dump says about one class. Names are identifiers of strings.
 *
 * @param id of the class object
 * @param superId of the superclass, or 0
 * @param loaderId of the class loader, or 0 for the boot loader
 * @param referenceIds its signers and its protection domain, as far as there are any
 * @param statics the static fields
 * @param fields the instance fields that the class itself declares
 */
public record ClassDump(
    long id,
    long superId,
    long loaderId,
    List<Long> referenceIds,
    List<StaticField> statics,
    List<InstanceField> fields) {

  static final long UNKNOWN_TYPE = -1;

  /**
   * A static field.
   *
   * @param nameId id of its name
   * @param type of its value
   * @param value position of its value in the file
   */
  public record StaticField(long nameId, FieldType type, long value) {}

  /**
   * An instance field.
   *
   * @param nameId id of its name
   * @param type of its values
   */
  public record InstanceField(long nameId, FieldType type) {}

  /** Copies the lists. */
  public ClassDump {
    referenceIds = List.copyOf(referenceIds);
    statics = List.copyOf(statics);
    fields = List.copyOf(fields);
  }

  /**
   * {@return the class whose sub-record was seen by a visitor}
   *
   * @param file the dump
   * @param position of the sub-record
   */
  public static ClassDump read(HprofFile file, long position) {
    int idSize = file.idSize();
    long at = position + 1;
    List<Long> references = new ArrayList<>();
    for (int i = 3; i <= 4; i++) {
      long id = file.id(at + 4 + (long) i * idSize);
      if (id != 0) {
        references.add(id);
      }
    }
    long pool = at + 4 + 7L * idSize + 4;
    long statics = skipPool(file, pool);
    List<StaticField> staticFields = new ArrayList<>();
    long fields = statics(file, statics, staticFields);
    return new ClassDump(
        file.id(at),
        file.id(at + idSize + 4),
        file.id(at + 4 + 2L * idSize),
        references,
        staticFields,
        fields(file, fields));
  }

  private static long skipPool(HprofFile file, long pool) {
    int entries = file.unsignedShort(pool);
    long at = pool + 2;
    for (int i = 0; i < entries; i++) {
      at += 3 + type(file, at + 2).bytes(file.idSize());
    }
    return at;
  }

  private static long statics(HprofFile file, long start, List<StaticField> into) {
    int idSize = file.idSize();
    int count = file.unsignedShort(start);
    long at = start + 2;
    for (int i = 0; i < count; i++) {
      FieldType type = type(file, at + idSize);
      into.add(new StaticField(file.id(at), type, at + idSize + 1));
      at += idSize + 1 + type.bytes(idSize);
    }
    return at;
  }

  private static List<InstanceField> fields(HprofFile file, long start) {
    int idSize = file.idSize();
    int count = file.unsignedShort(start);
    List<InstanceField> fields = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long at = start + 2 + (long) i * (idSize + 1);
      fields.add(new InstanceField(file.id(at), type(file, at + idSize)));
    }
    return fields;
  }

  /** Only positions that {@link #end} has passed come here. */
  private static FieldType type(HprofFile file, long position) {
    @Nullable FieldType type = FieldType.of(file.unsignedByte(position));
    if (type == null) {
      throw new IllegalArgumentException("not the position of a class: " + position);
    }
    return type;
  }

  /**
   * {@return the position after the sub-record; something after the limit when it is longer; {@link
   * #UNKNOWN_TYPE} when it makes no sense}
   */
  static long end(MappedBytes bytes, int idSize, long position, long limit) {
    long at = position + 1 + 4 + 7L * idSize + 4;
    at = entries(bytes, at, 2, idSize, limit);
    if (at == UNKNOWN_TYPE || at > limit) {
      return at;
    }
    at = entries(bytes, at, idSize, idSize, limit);
    if (at == UNKNOWN_TYPE || at > limit) {
      return at;
    }
    return declared(bytes, at, idSize, limit);
  }

  /** Skips a table of typed values, each behind a key. */
  private static long entries(MappedBytes bytes, long start, int key, int idSize, long limit) {
    if (start + 2 > limit) {
      return limit + 1;
    }
    int count = bytes.unsignedShort(start);
    long at = start + 2;
    for (int i = 0; i < count; i++) {
      if (at + key + 1 > limit) {
        return limit + 1;
      }
      @Nullable FieldType type = FieldType.of(bytes.unsignedByte(at + key));
      if (type == null) {
        return UNKNOWN_TYPE;
      }
      at += key + 1 + type.bytes(idSize);
    }
    return at;
  }

  private static long declared(MappedBytes bytes, long start, int idSize, long limit) {
    if (start + 2 > limit) {
      return limit + 1;
    }
    int count = bytes.unsignedShort(start);
    long end = start + 2 + (long) count * (idSize + 1);
    for (int i = 0; i < count && end <= limit; i++) {
      if (FieldType.of(bytes.unsignedByte(start + 1 + (i + 1L) * (idSize + 1))) == null) {
        return UNKNOWN_TYPE;
      }
    }
    return end;
  }
}
