package io.github.memoryleak.report;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Interval;
import io.github.memoryleak.finding.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much a finding grows, in words. */
final class Growth {

  private Growth() {}

  /** Counts and bytes, as far as they say something: threads have no bytes, memory no count. */
  static String of(Finding finding) {
    return amount(finding) + together(finding);
  }

  /** As {@link #of}, without what grew along. */
  static String amount(Finding finding) {
    List<String> parts = new ArrayList<>();
    if (finding.countPerLoop() != 0) {
      String one = noun(finding.kind());
      parts.add(sign(finding.countPerLoop()) + Units.count(finding.countPerLoop(), one, many(one)));
    }
    if (finding.bytesPerLoop() != 0 || parts.isEmpty()) {
      parts.add(Units.signedBytes(finding.bytesPerLoop()));
    }
    return String.join(", ", parts) + " per loop" + between(finding.bytesPerLoopInterval());
  }

  /** Memory that is not counted exactly lies between two numbers. */
  private static String between(@Nullable Interval bytes) {
    return bytes == null
        ? ""
        : ", between " + Units.bytes(bytes.low()) + " and " + Units.bytes(bytes.high());
  }

  /** The bytes are those of all classes that grow together, so the headline says so. */
  private static String together(Finding finding) {
    int others = others(finding).size();
    return others == 0 || finding.bytesPerLoop() == 0
        ? ""
        : " (with " + Units.count(others, "other class", "other classes") + ")";
  }

  /** The classes that grew along. */
  static List<GrowingType> others(Finding finding) {
    return finding.growing().stream().filter(g -> !g.type().equals(finding.type())).toList();
  }

  private static String sign(double number) {
    return number < 0 ? "" : "+";
  }

  private static String noun(Kind kind) {
    return switch (kind) {
      case HEAP -> "instance";
      case THREAD -> "thread";
      case CLASS_LOADER -> "class loader";
      case METASPACE -> "class";
      case DIRECT_BUFFER -> "buffer";
      case FILE_DESCRIPTOR -> "file descriptor";
      case NATIVE -> "allocation";
    };
  }

  private static String many(String noun) {
    return noun.endsWith("s") ? noun + "es" : noun + "s";
  }
}
