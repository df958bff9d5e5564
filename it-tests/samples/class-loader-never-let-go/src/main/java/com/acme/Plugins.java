package com.acme;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/** Each plugin has a class loader; closing it does not take it off the list. */
final class Plugins {
  private static final List<ClassLoader> LOADED = new ArrayList<>();

  private Plugins() {}

  static void run(URL... jars) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(jars)) {
      LOADED.add(loader);
    }
  }
}
