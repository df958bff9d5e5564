package io.github.memoryleak.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenFilesTest {
  @TempDir Path directory;

  @BeforeEach
  void onlyWhereTheSystemTells() {
    assumeTrue(!OpenFiles.links().isEmpty());
  }

  @Test
  void a_file_is_told_by_its_path_with_numbers_as_placeholders() throws IOException {
    Path file = Files.createFile(directory.toRealPath().resolve("part-17.csv"));
    List<String> before = OpenFiles.links();
    long count = OpenFiles.count();
    try (FileInputStream in = new FileInputStream(file.toFile());
        FileInputStream again = new FileInputStream(file.toFile())) {
      assertThat(in.read()).isEqualTo(again.read());
      assertThat(OpenFiles.count()).isEqualTo(count + 2);
      assertThat(OpenFiles.openedSince(before))
          .hasSize(2)
          .allMatch(name -> name.matches("<tmp>/junit.*/part-%d.csv"));
    }
    assertThat(OpenFiles.openedSince(before)).isEmpty();
    assertThat(OpenFiles.count()).isEqualTo(count);
  }

  @Test
  void a_file_of_the_project_is_told_by_its_place_in_it() throws IOException {
    List<String> before = OpenFiles.links();
    try (FileInputStream in = new FileInputStream("pom.xml")) {
      assertThat(in.read()).isPositive();
      assertThat(OpenFiles.openedSince(before)).containsExactly("./pom.xml");
    }
  }

  @Test
  void a_connection_is_told_by_its_endpoints_and_a_selector_by_what_it_is() throws IOException {
    List<String> before = OpenFiles.links();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Selector selector = Selector.open()) {
      assertThat(client.isConnected()).isTrue();
      assertThat(selector.keys()).isEmpty();
      assertThat(OpenFiles.openedSince(before))
          .contains("eventpoll")
          .filteredOn(text -> text.startsWith("tcp"))
          .allMatch(text -> text.matches("tcp socket (that listens on|to) 127.0.0.1:%d"));
    }
  }
}
