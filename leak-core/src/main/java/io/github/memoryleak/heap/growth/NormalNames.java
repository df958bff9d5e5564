package io.github.memoryleak.heap.growth;

import java.util.regex.Pattern;

/** Names without what differs from run to run: the numbers of generated classes and of threads. */
final class NormalNames {
  private static final Pattern HIDDEN = Pattern.compile("[/+]0x[0-9a-fA-F]+");
  private static final Pattern GENERATED =
      Pattern.compile(
          "(\\$\\$Lambda|\\$Proxy|\\$\\$EnhancerBy\\w+\\$\\$|GeneratedMethodAccessor"
              + "|GeneratedConstructorAccessor|GeneratedSerializationConstructorAccessor"
              + "|\\$ByteBuddy\\$|\\$MockitoMock\\$|\\$HibernateProxy\\$)\\$?[0-9a-f]+");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private NormalNames() {}

  static String ofClass(String name) {
    if (name.indexOf('$') < 0 && !name.contains("0x") && !name.contains("Generated")) {
      return name;
    }
    return GENERATED.matcher(HIDDEN.matcher(name).replaceAll("")).replaceAll("$1");
  }

  static String ofThread(String name) {
    return NUMBER.matcher(name).replaceAll("%d");
  }
}
