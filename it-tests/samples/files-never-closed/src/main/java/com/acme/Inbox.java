package com.acme;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder whose files come in; neither the folder nor the files are closed. */
final class Inbox {
  private final Path folder;

  Inbox(Path folder) {
    this.folder = folder;
  }

  boolean isEmpty() throws IOException {
    DirectoryStream<Path> files = Files.newDirectoryStream(folder);
    return !files.iterator().hasNext();
  }

  int firstByte(String file) throws IOException {
    return new FileInputStream(folder.resolve(file).toFile()).read();
  }
}
