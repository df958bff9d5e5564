package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.graph.HeapGraph;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a class loader knows about itself. */
final class LoaderFields {
  private static final int MOST_URLS = 1000;

  private final Fields fields;

  LoaderFields(HeapGraph graph) {
    fields = new Fields(graph);
  }

  @Nullable String name(int loader) {
    return fields.text(loader, "name");
  }

  /** The parent's object number, -1 for the boot loader. */
  int parent(int loader) {
    return fields.reference(loader, "parent");
  }

  /** The URLs of a {@code URLClassLoader}, or of the JDK's loader of the class path. */
  List<String> urls(int loader) {
    int path = fields.reference(fields.reference(loader, "ucp"), "path");
    int array = fields.reference(path, "elementData");
    List<String> urls = new ArrayList<>();
    int size = (int) Math.min(fields.value(path, "size"), Math.min(MOST_URLS, fields.slots(array)));
    for (int i = 0; i < size; i++) {
      add(urls, fields.element(array, i));
    }
    return urls;
  }

  private void add(List<String> urls, int url) {
    String protocol = fields.text(url, "protocol");
    String host = fields.text(url, "host");
    String file = fields.text(url, "file");
    if (protocol != null && file != null) {
      urls.add(protocol + ":" + (host == null || host.isEmpty() ? "" : "//" + host) + file);
    }
  }
}
