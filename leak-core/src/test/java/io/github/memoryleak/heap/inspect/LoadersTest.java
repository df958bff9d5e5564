package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpClass;
import io.github.memoryleak.heap.dsl.DumpInstance;
import io.github.memoryleak.heap.dsl.DumpObject;
import io.github.memoryleak.heap.dsl.GcRoot;
import io.github.memoryleak.heap.dsl.Jdk;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadersTest {
  private static final String URL_LOADER = "java.net.URLClassLoader";

  @TempDir Path folder;
  private final Dump dump = Dump.create();
  private final Jdk jdk = dump.jdk();

  @Test
  void a_loader_is_told_with_its_urls_its_classes_and_their_instances() throws IOException {
    DumpInstance parent = jdk.loader(URL_LOADER, null, "shared");
    DumpInstance loader = jdk.loader(URL_LOADER, parent, "app");
    loader.set("ucp", urls(url("file", "", "/app/a.jar"), url("http", "host", "/b.jar")));
    DumpClass session = dump.clazz("com.acme.Session").loadedBy(loader);
    dump.clazz("com.acme.Sessions").loadedBy(loader);
    dump.root(GcRoot.JNI_GLOBAL, loader);
    dump.instance(session);
    dump.instance(session);

    Viewed viewed = Viewed.of(dump, folder);

    assertThat(loaders(viewed).loaders())
        .filteredOn(l -> l.object() == viewed.number(loader))
        .containsExactly(
            new LoaderInfo(
                viewed.number(loader),
                URL_LOADER,
                "app",
                List.of("file:/app/a.jar", "http://host/b.jar"),
                viewed.number(parent),
                2,
                2,
                32,
                viewed.retained(loader),
                true));
  }

  @Test
  void a_loader_that_nothing_holds_is_told_as_unreachable() throws IOException {
    DumpInstance loader = jdk.loader(URL_LOADER, null, null);

    Viewed viewed = Viewed.of(dump, folder);

    assertThat(loaders(viewed).loaders())
        .filteredOn(l -> l.object() == viewed.number(loader))
        .containsExactly(
            new LoaderInfo(
                viewed.number(loader), URL_LOADER, null, List.of(), -1, 0, 0, 0, 0, false));
  }

  @Test
  void the_boot_loader_is_told_with_its_classes() throws IOException {
    Viewed viewed = Viewed.of(dump, folder);

    LoaderInfo boot = loaders(viewed).loaders().get(0);

    assertThat(boot.object()).isEqualTo(-1);
    assertThat(boot.className()).isEmpty();
    assertThat(boot.classes()).isEqualTo(viewed.view().graph().classes().size());
  }

  @Test
  void a_class_that_several_loaders_defined_is_a_duplicate() throws IOException {
    DumpInstance one = jdk.loader(URL_LOADER, null, "one");
    DumpInstance two = jdk.loader(URL_LOADER, null, "two");
    for (DumpInstance loader : List.of(one, two)) {
      dump.instance(dump.clazz("com.acme.Session").loadedBy(loader));
      dump.clazz("com.acme.Only" + loader.hashCode()).loadedBy(loader);
    }

    Viewed viewed = Viewed.of(dump, folder);

    assertThat(loaders(viewed).duplicates())
        .containsExactly(
            new DuplicateClass(
                "com.acme.Session", List.of(viewed.number(one), viewed.number(two)), 2));
  }

  private static Loaders loaders(Viewed viewed) {
    return Loaders.of(viewed.view(), HeapProgress.NONE);
  }

  private DumpInstance urls(DumpObject... urls) {
    return jdk.instance("jdk.internal.loader.URLClassPath")
        .set("path", jdk.collections().arrayList(urls));
  }

  private DumpInstance url(String protocol, String host, String file) {
    return jdk.instance("java.net.URL")
        .set("protocol", jdk.string(protocol))
        .set("host", jdk.string(host))
        .set("file", jdk.string(file));
  }
}
