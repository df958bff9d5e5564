package io.github.memoryleak.maven.fork;

import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The file of arguments that the {@code java} command reads: no limit on the class path. */
final class ArgFile {
  private ArgFile() {}

  /**
   * Writes the arguments, one a line, in the encoding in which the {@code java} command reads them.
   *
   * @throws UserError when that encoding cannot express an argument
   */
  static void write(Path file, List<String> arguments) throws IOException {
    Charset charset = nativeCharset();
    for (String argument : arguments) {
      if (!charset.newEncoder().canEncode(argument)) {
        throw new UserError(
            "The platform's encoding "
                + charset
                + " cannot express '"
                + argument
                + "': set a UTF-8 locale, such as LC_ALL=C.UTF-8.");
      }
    }
    String text =
        arguments.stream().map(ArgFile::quote).collect(Collectors.joining("\n", "", "\n"));
    Files.write(file, text.getBytes(charset));
  }

  /** {@return the argument in double quotes, so that the {@code java} command reads it back} */
  static String quote(String argument) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : argument.toCharArray()) {
      switch (c) {
        case '\\' -> quoted.append("\\\\");
        case '"' -> quoted.append("\\\"");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\f' -> quoted.append("\\f");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static Charset nativeCharset() {
    String name = System.getProperty("sun.jnu.encoding");
    return name != null && Charset.isSupported(name)
        ? Charset.forName(name)
        : Charset.defaultCharset();
  }
}
