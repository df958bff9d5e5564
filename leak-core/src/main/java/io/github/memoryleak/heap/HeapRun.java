package io.github.memoryleak.heap;

import io.github.memoryleak.heap.analysis.DumpFacts;
import io.github.memoryleak.heap.analysis.HeapAnalysis;
import io.github.memoryleak.heap.analysis.HeapComparison;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.Histogram;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.inspect.BiggestObjects;
import io.github.memoryleak.heap.inspect.ClassPattern;
import io.github.memoryleak.heap.inspect.HeapView;
import io.github.memoryleak.heap.inspect.Instances;
import io.github.memoryleak.heap.redact.RedactedCopy;
import io.github.memoryleak.heap.text.AnalysisJson;
import io.github.memoryleak.heap.text.AnalysisText;
import io.github.memoryleak.heap.text.BiggestText;
import io.github.memoryleak.heap.text.ComparisonJson;
import io.github.memoryleak.heap.text.ComparisonText;
import io.github.memoryleak.heap.text.HistogramText;
import io.github.memoryleak.heap.text.InstancesText;
import io.github.memoryleak.heap.text.TableJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One call of {@link HeapMain}. */
final class HeapRun {
  private final HeapArguments arguments;
  private final HeapProgress progress;

  HeapRun(HeapArguments arguments, HeapProgress progress) {
    this.arguments = arguments;
    this.progress = progress;
  }

  /**
   * What to print.
   *
   * @param lines the result
   * @param exceeded which growth is too much, if any
   */
  record Result(List<String> lines, Optional<String> exceeded) {
    static Result of(List<String> lines) {
      return new Result(lines, Optional.empty());
    }
  }

  Result run() throws IOException {
    if (arguments.command() == HeapCommand.COMPARE) {
      return compare();
    }
    Path path = arguments.files().get(0);
    try (HprofFile file = HprofFile.open(path, progress)) {
      return Result.of(
          switch (arguments.command()) {
            case HISTOGRAM -> histogram(file);
            case DOMINATORS -> dominators(file);
            case REDACT -> redact(file);
            default -> everything(file);
          });
    }
  }

  private List<String> everything(HprofFile file) throws IOException {
    ClassPattern type = arguments.type();
    return type == null ? analyze(file) : instances(file, type);
  }

  private List<String> analyze(HprofFile file) throws IOException {
    HeapView view = HeapView.of(file, progress);
    HeapAnalysis analysis = HeapAnalysis.of(view, arguments.order(), arguments.top(), progress);
    return arguments.isJson() ? AnalysisJson.of(analysis) : AnalysisText.of(analysis);
  }

  private List<String> instances(HprofFile file, ClassPattern type) throws IOException {
    HeapGraph graph = HeapGraph.read(file, true, progress);
    Instances found = Instances.of(graph, type, arguments.top(), progress);
    DumpFacts facts = DumpFacts.of(file, graph);
    return arguments.isJson() ? TableJson.of(facts, found) : InstancesText.of(facts, found);
  }

  private List<String> histogram(HprofFile file) throws IOException {
    Histogram found = Histogram.of(file, progress);
    return arguments.isJson()
        ? TableJson.of(found, arguments.order(), arguments.top())
        : HistogramText.of(found, arguments.order(), arguments.top());
  }

  private List<String> dominators(HprofFile file) throws IOException {
    BiggestObjects found = BiggestObjects.read(file, arguments.top(), progress);
    return arguments.isJson() ? TableJson.of(found) : BiggestText.of(found);
  }

  private List<String> redact(HprofFile file) throws IOException {
    Path copy = arguments.files().get(1);
    RedactedCopy.write(file, copy, progress);
    return List.of("Redacted: " + copy);
  }

  private Result compare() throws IOException {
    HeapComparison found = HeapComparison.of(arguments.files(), arguments.top(), progress);
    return new Result(
        arguments.isJson() ? ComparisonJson.of(found) : ComparisonText.of(found),
        arguments.growth().exceededBy(found));
  }
}
