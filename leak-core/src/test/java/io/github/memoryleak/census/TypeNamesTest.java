package io.github.memoryleak.census;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeNamesTest {

  @ParameterizedTest
  @CsvSource({
    "com.acme.Cart, com.acme.Cart",
    "com.acme.Cart2, com.acme.Cart2",
    "com.acme.Cart$1, com.acme.Cart$1",
    "com.acme.Cart$$Lambda$14/0x0000000800c03000, com.acme.Cart$$Lambda",
    "com.acme.Cart$$Lambda/0x00007f1e38001228, com.acme.Cart$$Lambda",
    "com.acme.Cart$$Lambda/0x00007f1e38001228+0x0000000800c03000, com.acme.Cart$$Lambda",
    "[Lcom.acme.Cart$$Lambda$14/0x0000000800c03000;, [Lcom.acme.Cart$$Lambda",
    "java.lang.invoke.LambdaForm$MH/0x0000000800c8c400, java.lang.invoke.LambdaForm$MH",
    "java.lang.invoke.LambdaForm$MH12, java.lang.invoke.LambdaForm$MH",
    "jdk.proxy2.$Proxy12, jdk.proxy2.$Proxy",
    "jdk.internal.reflect.GeneratedMethodAccessor7, jdk.internal.reflect.GeneratedMethodAccessor",
    "42, 42",
    "/0x1, /0x1",
    "a/0, a/0",
  })
  void generated_names_are_counted_under_one(String name, String normalised) {
    assertThat(normalised(name)).isEqualTo(normalised);
  }

  @Property
  void a_normalised_name_is_a_start_of_the_name_and_stays(@ForAll("names") String name) {
    String once = normalised(name);
    assertThat(name).startsWith(once);
    assertThat(once).isNotEmpty();
    assertThat(normalised(once)).isEqualTo(once);
  }

  @Property
  void characters_after_the_name_do_not_matter(@ForAll("names") String name) {
    char[] chars = (name + "$$Lambda$12/0x9").toCharArray();
    assertThat(TypeNames.normalisedLength(chars, name.length()))
        .isEqualTo(normalised(name).length());
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of("com.acme.", "Cart", "$$Lambda$", "$Proxy", "7", "42", "/0x00", "+", "[")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(parts -> "C" + String.join("", parts));
  }

  @ParameterizedTest
  @CsvSource({
    "[Z, boolean[]",
    "[B, byte[]",
    "[C, char[]",
    "[S, short[]",
    "[[I, int[][]",
    "[J, long[]",
    "[F, float[]",
    "[D, double[]",
    "[Ljava.lang.Object;, java.lang.Object[]",
    "[[[Lcom.acme.Cart;, com.acme.Cart[][][]",
    "[Lcom.acme.Cart$$Lambda, com.acme.Cart$$Lambda[]",
    "com.acme.Cart, com.acme.Cart",
    "B, B",
  })
  void names_are_displayed_as_in_source(String name, String displayed) {
    assertThat(TypeNames.display(name)).isEqualTo(displayed);
  }

  @Test
  void names_of_real_arrays_are_displayed_as_in_source() {
    for (Class<?> type :
        new Class<?>[] {int[].class, byte[][].class, String[].class, Thread.State[][].class}) {
      String source = type.getTypeName();
      assertThat(TypeNames.display(type.getName())).isEqualTo(source);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.String",
        "java.util.HashMap$Node[]",
        "javax.management.ObjectName",
        "jdk.internal.misc.Unsafe",
        "sun.nio.ch.FileChannelImpl",
        "com.sun.crypto.provider.AESCipher",
        "javax.xml.parsers.DocumentBuilder",
        "com.sun.jmx.mbeanserver.Repository",
        "com.sun.jmx.mbeanserver.NamedObject[]",
        "org.w3c.dom.Node",
        "byte[]",
        "long[][]"
      })
  void classes_of_the_jdk_are_known(String type) {
    assertThat(TypeNames.isJdk(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.Cart",
        "com.sunny.Day",
        "com.sun.jna.Memory",
        "com.sun.xml.bind.v2.runtime.JAXBContextImpl$6",
        "com.sun.mail.imap.IMAPFolder[]",
        "javax.cache.Cache",
        "javax.ws.rs.client.Client",
        "javafx.scene.Node",
        "javassist.ClassPool[]",
        "Cart",
        "Cart[]",
        "byte",
        "bytes[]"
      })
  void classes_of_others_are_not_the_jdks(String type) {
    assertThat(TypeNames.isJdk(type)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.Cart$$Lambda, true",
    "java.lang.invoke.LambdaForm$MH, true",
    "com.acme.Lambda, false",
    "com.acme.LambdaForm, false",
  })
  void generated_classes_are_known(String type, boolean generated) {
    assertThat(TypeNames.isGenerated(type)).isEqualTo(generated);
  }

  private static String normalised(String name) {
    char[] chars = name.toCharArray();
    return name.substring(0, TypeNames.normalisedLength(chars, chars.length));
  }
}
