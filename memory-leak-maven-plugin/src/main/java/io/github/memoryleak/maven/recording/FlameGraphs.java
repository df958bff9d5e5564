package io.github.memoryleak.maven.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import one.convert.Arguments;
import one.convert.CallStack;
import one.convert.FlameGraph;

/** Flame graphs and collapsed stacks, drawn by jfr-converter from what has been read already. */
final class FlameGraphs {
  private static final String HTML = "html";

  private FlameGraphs() {}

  static void html(Recording recording, Path file) throws IOException {
    write(graph(recording.allocations(), 1, arguments(HTML, "Allocated bytes")), file);
  }

  static void collapsed(Recording recording, Path file) throws IOException {
    write(graph(recording.allocations(), 1, arguments("collapsed", "")), file);
  }

  /** A graph of one recording, coloured by what changed since another one of as many test runs. */
  static void difference(RecordingComparison found, Recording from, Recording to, Path file)
      throws IOException {
    Arguments arguments =
        arguments(HTML, from.file().getFileName() + " -> " + to.file().getFileName());
    arguments.diff = true;
    FlameGraph graph = graph(found.counted(to), 1, arguments);
    graph.diff(graph(found.counted(from), found.runs(to) / found.runs(from), arguments));
    write(graph, file);
  }

  private static FlameGraph graph(
      List<Allocation> allocations, double factor, Arguments arguments) {
    FlameGraph graph = new FlameGraph(arguments);
    CallStack stack = new CallStack();
    for (Allocation allocation : allocations) {
      List<Frame> frames = allocation.stack();
      for (int i = frames.size() - 1; i >= 0; i--) {
        stack.push(frames.get(i).label(), one.convert.Frame.TYPE_JIT_COMPILED);
      }
      stack.push(allocation.type(), one.convert.Frame.TYPE_INLINED);
      graph.addSample(stack, Math.round(allocation.bytes() * factor));
      stack.clear();
    }
    return graph;
  }

  private static Arguments arguments(String output, String title) {
    Arguments arguments = new Arguments("--alloc", "--total");
    arguments.output = output;
    arguments.title = title;
    // Stacks of tests are a hundred frames high: what runs first is at the top of the page.
    arguments.inverted = true;
    return arguments;
  }

  private static void write(FlameGraph graph, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      graph.dump(out);
    }
  }
}
