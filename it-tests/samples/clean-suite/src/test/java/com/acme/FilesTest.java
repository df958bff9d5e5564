package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
  @TempDir Path folder;

  @Test
  void reads_what_it_wrote() throws Exception {
    Path file = Files.write(folder.resolve("words.txt"), List.of("one", "two"));
    assertEquals(List.of("one", "two"), Files.readAllLines(file));
  }
}
