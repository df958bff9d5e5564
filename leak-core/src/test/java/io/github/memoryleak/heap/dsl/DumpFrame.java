package io.github.memoryleak.heap.dsl;

import java.util.ArrayList;
import java.util.List;

/**
 * A frame of a thread's stack.
 *
 * @param clazz the class that has the method
 * @param method its name
 * @param file the source file
 * @param line the line, or -1 unknown, -2 compiled, -3 native
 * @param locals the objects that local variables hold
 */
record DumpFrame(DumpClass clazz, String method, String file, int line, List<DumpObject> locals) {
  DumpFrame(DumpClass clazz, String method, String file, int line) {
    this(clazz, method, file, line, new ArrayList<>());
  }
}
