package com.acme;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;

/** Runs each plugin with a class loader of its own, and closes that afterwards. */
final class Plugins {
  private static final String PLUGINS = "com.acme.plugin.";

  private Plugins() {}

  static void run(String name) throws IOException, ReflectiveOperationException {
    URL classes = Plugins.class.getProtectionDomain().getCodeSource().getLocation();
    try (Loader loader = new Loader(classes)) {
      Runnable plugin =
          (Runnable) loader.loadClass(PLUGINS + name).getDeclaredConstructor().newInstance();
      plugin.run();
    }
  }

  /** Has the classes of plugins itself, where others ask their parent first. */
  private static final class Loader extends URLClassLoader {
    Loader(URL classes) {
      super(new URL[] {classes}, Plugins.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        return name.startsWith(PLUGINS) ? findClass(name) : super.loadClass(name, resolve);
      }
    }
  }
}
