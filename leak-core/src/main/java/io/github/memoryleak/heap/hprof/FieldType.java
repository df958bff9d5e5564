package io.github.memoryleak.heap.hprof;

import org.jspecify.annotations.Nullable;

/** The types of fields and array elements, with their codes in the file. */
public enum FieldType {
  /** A reference; as large as an identifier. */
  OBJECT(2, 0, "java.lang.Object"),
  /** One byte. */
  BOOLEAN(4, 1, "boolean"),
  /** Two bytes. */
  CHAR(5, 2, "char"),
  /** Four bytes. */
  FLOAT(6, 4, "float"),
  /** Eight bytes. */
  DOUBLE(7, 8, "double"),
  /** One byte. */
  BYTE(8, 1, "byte"),
  /** Two bytes. */
  SHORT(9, 2, "short"),
  /** Four bytes. */
  INT(10, 4, "int"),
  /** Eight bytes. */
  LONG(11, 8, "long");

  private static final @Nullable FieldType[] BY_CODE = byCode();

  private final int code;
  private final int bytes;
  private final String javaName;

  FieldType(int code, int bytes, String javaName) {
    this.code = code;
    this.bytes = bytes;
    this.javaName = javaName;
  }

  /** {@return the code in the file} */
  public int code() {
    return code;
  }

  /**
   * {@return the bytes of a value in the file}
   *
   * @param idSize the bytes of an identifier
   */
  public int bytes(int idSize) {
    return this == OBJECT ? idSize : bytes;
  }

  /** {@return the name as in source} */
  public String javaName() {
    return javaName;
  }

  /**
   * {@return the type, or null when there is none}
   *
   * @param code a code in the file
   */
  public static @Nullable FieldType of(int code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
  }

  private static @Nullable FieldType[] byCode() {
    @Nullable FieldType[] types = new @Nullable FieldType[LONG.code + 1];
    for (FieldType type : values()) {
      types[type.code] = type;
    }
    return types;
  }
}
