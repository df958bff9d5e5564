package io.github.memoryleak.heap.dsl;

/** The type of a field or of an array's elements, with its number in the format. */
public enum Type {
  OBJECT(2, 0, 'L'),
  BOOLEAN(4, 1, 'Z'),
  CHAR(5, 2, 'C'),
  FLOAT(6, 4, 'F'),
  DOUBLE(7, 8, 'D'),
  BYTE(8, 1, 'B'),
  SHORT(9, 2, 'S'),
  INT(10, 4, 'I'),
  LONG(11, 8, 'J');

  final int code;
  private final int size;
  final char descriptor;

  Type(int code, int size, char descriptor) {
    this.code = code;
    this.size = size;
    this.descriptor = descriptor;
  }

  static Type of(char descriptor) {
    for (Type type : values()) {
      if (type.descriptor == descriptor) {
        return type;
      }
    }
    throw new IllegalArgumentException("No type has the descriptor " + descriptor);
  }

  /** {@return the bytes of a value, where a reference has that many} */
  int size(int reference) {
    return this == OBJECT ? reference : size;
  }
}
