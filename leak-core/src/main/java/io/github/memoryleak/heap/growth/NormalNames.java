package io.github.memoryleak.heap.growth;

import java.util.regex.Pattern;

/** Names of classes without what differs from run to run: the numbers of generated ones. */
final class NormalNames {
  private static final Pattern HIDDEN = Pattern.compile("[/+]0x[0-9a-fA-F]+");
  private static final Pattern GENERATED =
      Pattern.compile(
          "(\\$\\$Lambda|\\$Proxy|\\$\\$EnhancerBy\\w+\\$\\$|GeneratedMethodAccessor"
              + "|GeneratedConstructorAccessor|GeneratedSerializationConstructorAccessor"
              + "|\\$ByteBuddy\\$|\\$MockitoMock\\$|\\$HibernateProxy\\$)\\$?[0-9a-f]+");

  private NormalNames() {}

  static String ofClass(String name) {
    if (name.indexOf('$') < 0 && !name.contains("0x") && !name.contains("Generated")) {
      return name;
    }
    return GENERATED.matcher(HIDDEN.matcher(name).replaceAll("")).replaceAll("$1");
  }
}
