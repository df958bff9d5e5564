package io.github.memoryleak.maven.fork;

import java.util.List;
import java.util.regex.Pattern;

/** The frames of a stack that tell something: down to the test, without what called the test. */
final class UserStack {
  private static final int MOST = 40;

  /** What a stack trace writes before a class: its loader, and its module with version. */
  private static final Pattern ORIGIN = Pattern.compile("(?:app|platform)//|[\\w.]+@[\\w.+-]+/");

  private static final Pattern CALLER_OF_TESTS =
      Pattern.compile(
          "\\s*(?:at )?(?:org\\.junit\\.|junit\\.|org\\.testng\\.|jdk\\.internal\\.reflect\\."
              + "|java\\.lang\\.reflect\\.Method\\.|io\\.github\\.memoryleak\\.).*");

  private UserStack() {}

  /** {@return the frames from the innermost to the test} */
  static List<String> of(List<String> frames) {
    List<String> plain =
        frames.stream().map(frame -> ORIGIN.matcher(frame).replaceFirst("")).toList();
    List<String> user =
        plain.stream().takeWhile(f -> !CALLER_OF_TESTS.matcher(f).matches()).limit(MOST).toList();
    return user.isEmpty() ? plain.stream().limit(MOST).toList() : user;
  }

  /**
   * {@return the frames of the thread that runs the test, its name first}
   *
   * @param dump all threads, separated by empty lines
   * @param testClass the class of the test
   */
  static List<String> ofThread(List<String> dump, String testClass) {
    int from = 0;
    for (int at = 0; at < dump.size(); at++) {
      if (dump.get(at).isBlank()) {
        from = at + 1;
      } else if (dump.get(at).contains(testClass + ".")) {
        return thread(dump, from);
      }
    }
    return thread(dump, 0);
  }

  private static List<String> thread(List<String> dump, int from) {
    return of(dump.subList(from, dump.size()).stream().takeWhile(line -> !line.isBlank()).toList());
  }
}
