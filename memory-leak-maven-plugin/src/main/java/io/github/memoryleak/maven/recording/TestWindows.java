package io.github.memoryleak.maven.recording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When which test ran. Tests run one after the other, so a moment belongs to one of them. */
final class TestWindows {
  static final int NONE = 0;

  private final List<Window> windows = new ArrayList<>();
  private final List<String> names = new ArrayList<>(List.of(""));
  private long[] starts = {};

  private record Window(long start, long end, int test) {}

  void add(long start, long end, String test) {
    int number = names.indexOf(test);
    if (number < 0) {
      number = names.size();
      names.add(test);
    }
    windows.add(new Window(start, end, number));
  }

  void freeze() {
    windows.sort(Comparator.comparingLong(Window::start));
    starts = windows.stream().mapToLong(Window::start).toArray();
  }

  int size() {
    return windows.size();
  }

  /** {@return the number of the test that ran at a time, or {@link #NONE}} */
  int at(long time) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && time <= windows.get(low - 1).end() ? windows.get(low - 1).test() : NONE;
  }

  String name(int number) {
    return names.get(number);
  }
}
