package io.github.memoryleak.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadedClassesTest {
  @Test
  void the_lines_of_the_hierarchy_are_names() {
    assertThat(
            LoadedClasses.parse(
                """
                1234:
                java.lang.Object/null
                |--com.acme.Script7/0x00007f28c40d8a50
                | |--com.acme.Outer$Inner/0x1
                |--com.acme.Job$$Lambda$14+0x0000000800c03000/0x2
                |--java.lang.reflect.Proxy/null
                """))
        .containsExactly(
            "java.lang.Object",
            "com.acme.Script%d",
            "com.acme.Outer$Inner",
            "com.acme.Job$$Lambda",
            "java.lang.reflect.Proxy");
  }

  @Test
  void a_class_that_was_loaded_meanwhile_is_found() throws Exception {
    List<String> before = LoadedClasses.names();
    assertThat(before).contains("java.lang.String", LoadedClassesTest.class.getName());
    try (URLClassLoader loader = new URLClassLoader(new URL[0])) {
      Object proxy =
          Proxy.newProxyInstance(loader, new Class<?>[] {Runnable.class}, (p, m, a) -> null);
      assertThat(LoadedClasses.loadedSince(before)).contains("jdk.proxy%d.$Proxy");
      assertThat(proxy).isInstanceOf(Runnable.class);
    }
  }
}
