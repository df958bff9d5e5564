package io.github.memoryleak.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulePathTest {
  @TempDir Path directory;

  private Path classes;
  private Path testClasses;

  @BeforeEach
  void make() throws IOException {
    classes = directory.resolve("app");
    testClasses = Files.createDirectories(directory.resolve("test-classes"));
    Files.createDirectories(testClasses.resolve("com/acme/shop"));
    Files.createFile(testClasses.resolve("com/acme/shop/CartTest.class"));
    Files.createFile(testClasses.resolve("com/acme/shop/CartTest$Inner.class"));
    Files.createDirectories(testClasses.resolve("META-INF"));
    Files.createFile(testClasses.resolve("data.txt"));
  }

  /** Compiles a module with a class {@code of.<name>.Service}. */
  private Path module(String name, String body, Path... modulePath) throws IOException {
    return module(name, body, "public class Service {}", modulePath);
  }

  private Path module(String name, String body, String service, Path... modulePath)
      throws IOException {
    Path sources = Files.createDirectories(directory.resolve(name + "-sources"));
    Path output = Files.createDirectories(directory.resolve(name));
    Path descriptor = sources.resolve("module-info.java");
    Path source = sources.resolve("Service.java");
    Files.writeString(descriptor, "module " + name + " {" + body + "}");
    Files.writeString(source, "package of." + name + "; " + service);
    String path =
        Stream.of(modulePath).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    List<String> arguments =
        List.of(
            "-d",
            output.toString(),
            "--module-path",
            path,
            descriptor.toString(),
            source.toString());
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0]));
    assertThat(code).isZero();
    return output;
  }

  private Path jar(String name) throws IOException {
    Path jar = directory.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("of/jar/Thing.class"));
    }
    return jar;
  }

  private ModulePath of(List<Path> dependencies) {
    return ModulePath.of(classes, testClasses, dependencies);
  }

  @Test
  void without_a_descriptor_all_is_on_the_class_path() throws IOException {
    Files.createDirectories(classes);
    assertThat(of(List.of(jar("a-1.jar")))).isEqualTo(ModulePath.NONE);
  }

  @Test
  void tests_are_patched_into_the_module_and_open_to_the_class_path() throws IOException {
    module("app", "");
    ModulePath path = of(List.of(jar("a-1.jar")));
    assertThat(path.elements()).containsExactly(classes);
    assertThat(path.notes()).isEmpty();
    assertThat(path.arguments())
        .containsExactly(
            "--module-path",
            classes.toString(),
            "--patch-module",
            "app=" + testClasses,
            "--add-reads",
            "app=ALL-UNNAMED",
            "--add-modules",
            "ALL-MODULE-PATH",
            "--add-opens",
            "app/com.acme.shop=ALL-UNNAMED");
  }

  @Test
  void what_the_module_requires_is_a_module_and_nothing_else_is() throws IOException {
    Path far = module("far", "");
    Path near = module("near", "requires far;", far);
    Path automatic = jar("slow-json-1.2.jar");
    module("app", "requires near; requires slow.json;", near, far, automatic);
    Path other = module("other", "");
    Path plain = Files.createDirectories(directory.resolve("plain"));
    List<Path> all = List.of(other, plain, jar("1.jar"), automatic, near, far);
    assertThat(of(all).elements()).containsExactlyInAnyOrder(classes, near, far, automatic);
  }

  @Test
  void providers_of_a_service_that_is_used_are_modules_with_what_they_require() throws IOException {
    Path helper = module("helper", "");
    Path api = module("api", "exports of.api; uses of.api.Service;");
    Path unused = module("unused", "provides of.unused.Service with of.unused.Service;");
    Path provider =
        module(
            "provider",
            "requires api; requires helper; provides of.api.Service with of.provider.Service;",
            "public class Service extends of.api.Service {}",
            api,
            helper);
    module("app", "requires api;", api);
    assertThat(of(List.of(unused, provider, helper, api)).elements())
        .containsExactlyInAnyOrder(classes, api, provider, helper);
  }

  @Test
  void tests_that_are_a_module_themselves_run_on_the_class_path_and_that_is_told()
      throws IOException {
    module("app", "");
    Files.createFile(testClasses.resolve("module-info.class"));
    ModulePath path = of(List.of());
    assertThat(path.elements()).isEmpty();
    assertThat(path.arguments()).isEmpty();
    assertThat(path.notes())
        .containsExactly(
            "The module is measured on the class path, not as a module: the tests have a module"
                + " descriptor of their own.");
  }

  @Test
  void a_descriptor_that_cannot_be_read_is_told() throws IOException {
    Files.createDirectories(classes);
    Files.write(classes.resolve("module-info.class"), new byte[] {1, 2, 3, 4, 0, 0, 0, 61});
    assertThat(of(List.of()).notes())
        .containsExactly(
            "The module is measured on the class path, not as a module: its descriptor cannot be"
                + " read (Bad magic number).");
  }
}
