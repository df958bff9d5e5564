package io.github.memoryleak.maven.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** Compiles small programs for tests that start a JVM. */
final class JavaSources {
  static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private JavaSources() {}

  /** {@return the directory of the class file} */
  static Path compile(Path directory, String name, String source) throws IOException {
    Path file = directory.resolve(name.substring(name.lastIndexOf('.') + 1) + ".java");
    Path classes = Files.createDirectories(directory.resolve("classes"));
    Files.writeString(file, source);
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), file.toString());
    if (code != 0) {
      throw new IllegalArgumentException("javac ended with " + code + " on " + file);
    }
    return classes;
  }
}
