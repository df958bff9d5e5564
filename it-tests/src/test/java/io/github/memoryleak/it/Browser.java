package io.github.memoryleak.it;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * A real browser without a window.
 *
 * @param command its command
 * @param folder for what it writes
 */
record Browser(Path command, Path folder) {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final long LIMIT_MINUTES = 2;

  /** {@return the browser on the path, if there is one} */
  static Optional<Browser> installed(Path folder) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(command -> new Browser(command, folder));
  }

  /** {@return the page as the browser has it once its scripts have run} */
  String html(String address) throws IOException, InterruptedException {
    Path output = folder.resolve("page.html");
    run(output, "--dump-dom", address);
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  /** {@return what one would see} */
  BufferedImage picture(String address) throws IOException, InterruptedException {
    Path file = folder.resolve("page.png");
    Files.deleteIfExists(file);
    run(folder.resolve("output.txt"), "--screenshot=" + file, address);
    return ImageIO.read(file.toFile());
  }

  private void run(Path output, String... arguments) throws IOException, InterruptedException {
    List<String> all =
        new ArrayList<>(
            List.of(
                command.toString(),
                "--headless=new",
                "--disable-gpu",
                "--hide-scrollbars",
                "--window-size=1200,800",
                "--user-data-dir=" + folder.resolve("browser")));
    if (System.getProperty("user.name").equals("root")) {
      all.add("--no-sandbox");
    }
    all.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(all)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(command + " did not end");
    }
  }
}
