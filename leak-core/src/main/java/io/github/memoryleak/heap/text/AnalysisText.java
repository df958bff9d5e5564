package io.github.memoryleak.heap.text;

import io.github.memoryleak.heap.analysis.HeapAnalysis;
import io.github.memoryleak.heap.analysis.SampleIndex;
import io.github.memoryleak.heap.inspect.ClassTotal;
import io.github.memoryleak.heap.inspect.ThreadInfo;
import io.github.memoryleak.report.Units;
import java.util.ArrayList;
import java.util.List;

/** One dump, for people: the summary first, then what is largest, then what may be wrong. */
public final class AnalysisText {
  private final HeapAnalysis analysis;
  private final Page page = new Page();

  private AnalysisText(HeapAnalysis analysis) {
    this.analysis = analysis;
  }

  /**
   * {@return the lines}
   *
   * @param analysis what was found
   */
  public static List<String> of(HeapAnalysis analysis) {
    return new AnalysisText(analysis).lines();
  }

  private List<String> lines() {
    FactsText.add(page, analysis.facts());
    FactsText.addReachability(page, analysis.reachability());
    SuspectText.add(page, analysis.suspects());
    classes();
    BiggestText.add(page, analysis.biggest());
    threads();
    WasteText.add(page, analysis);
    return page.lines();
  }

  private long liveBytes() {
    return analysis.biggest().liveBytes();
  }

  private void classes() {
    long objects = analysis.biggest().liveObjects();
    page.heading(
        "Classes by "
            + (analysis.order() == SampleIndex.INUSE_SPACE ? "in-use space" : "in-use objects")
            + " ("
            + analysis.classes().size()
            + " of "
            + Units.decimal(analysis.classCount())
            + "):");
    List<List<String>> rows = new ArrayList<>();
    long sum = 0;
    for (ClassTotal total : analysis.classes()) {
      boolean bySpace = analysis.order() == SampleIndex.INUSE_SPACE;
      sum += bySpace ? total.shallowBytes() : total.objects();
      rows.add(
          List.of(
              Units.bytes(total.shallowBytes()),
              Names.share(total.shallowBytes(), liveBytes()),
              Units.decimal(total.objects()),
              Names.share(total.objects(), objects),
              Names.share(sum, bySpace ? liveBytes() : objects),
              Units.bytes(total.retainedBytes()),
              total.className()));
    }
    page.table(List.of("space", "%", "objects", "%", "sum %", "retained", "class"), rows);
  }

  private void threads() {
    page.heading("Threads by what they keep alive:");
    page.table(
        List.of("retained", "%", "thread"), analysis.threads().stream().map(this::thread).toList());
  }

  private List<String> thread(ThreadInfo thread) {
    String at = thread.frames().isEmpty() ? "" : ", in " + thread.frames().get(0).method();
    return List.of(
        Units.bytes(thread.retainedBytes()),
        Names.share(thread.retainedBytes(), liveBytes()),
        '"' + thread.name() + "\" " + thread.state() + at);
  }
}
