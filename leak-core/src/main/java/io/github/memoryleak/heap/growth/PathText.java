package io.github.memoryleak.heap.growth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Groups as people read them: who holds one, and how it is reached. */
final class PathText {
  private static final String THREAD_LOCALS = "java.lang.Thread.threadLocals";
  private static final String INHERITED = "java.lang.Thread.inheritableThreadLocals";

  private final GroupTable table;
  private final Names names;

  PathText(GroupTable table, Names names) {
    this.table = table;
    this.names = names;
  }

  /** {@return the nearest field that is not the inside of a collection; else the root} */
  String holder(int group) {
    int step = group;
    while (table.parent(step) != GroupTable.ROOT) {
      String label = names.name(table.label(step));
      boolean inside = (table.flags(step) & Flag.BY_INSIDE) != 0;
      if (label.equals(THREAD_LOCALS) || label.equals(INHERITED)) {
        return "ThreadLocal of " + holder(table.parent(step));
      }
      if (label.equals("<local>")) {
        return "local variable of " + holder(table.parent(step));
      }
      if (!inside && isField(label)) {
        return label;
      }
      step = table.parent(step);
    }
    return root(step);
  }

  private String root(int group) {
    boolean thread = (table.flags(group) & Flag.THREAD) != 0;
    String label = names.name(table.label(group));
    return thread ? label : label + " " + names.name(table.className(group));
  }

  /** {@return the steps from the root to the group, those within collections left out} */
  List<String> path(int group) {
    List<Integer> steps = new ArrayList<>();
    for (int g = group; g != GroupTable.ROOT; g = table.parent(g)) {
      steps.add(g);
    }
    Collections.reverse(steps);
    List<String> path = new ArrayList<>();
    boolean replace = false;
    for (int step : steps) {
      boolean isField = isShownField(step);
      if (isField) {
        if (replace) {
          path.remove(path.size() - 1);
        }
        path.add(names.name(table.label(step)));
      } else if (table.parent(step) == GroupTable.ROOT) {
        path.add(root(step));
      }
      boolean shown = step == group || (table.flags(step) & (Flag.NODE | Flag.CLASS)) == 0;
      if (shown && table.parent(step) != GroupTable.ROOT) {
        path.add(type(step));
      }
      replace = replaceable(step, shown);
    }
    return path;
  }

  /** A class is not named when its own field follows; nor is a root that is a class. */
  private boolean replaceable(int step, boolean shown) {
    int flags = table.flags(step);
    boolean classRoot = table.parent(step) == GroupTable.ROOT && (flags & Flag.CLASS) != 0;
    boolean plain = table.parent(step) != GroupTable.ROOT && (flags & Flag.INSIDE) == 0;
    return classRoot || (shown && plain);
  }

  private boolean isShownField(int step) {
    return table.parent(step) != GroupTable.ROOT
        && (table.flags(step) & Flag.BY_INSIDE) == 0
        && !names.name(table.label(step)).equals(Steps.ELEMENT);
  }

  String type(int group) {
    return names.name(table.className(group));
  }

  /** {@return whether the label of a step is a field, with its class; not an element or a root} */
  static boolean isField(String label) {
    return label.indexOf('.') > 0;
  }
}
