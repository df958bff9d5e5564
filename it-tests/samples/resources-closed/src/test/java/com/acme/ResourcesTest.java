package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.Selector;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourcesTest {
  @TempDir Path folder;

  @Test
  void files() throws IOException {
    Path file = Files.writeString(folder.resolve("orders.txt"), "42 bolts");
    try (InputStream in = Files.newInputStream(file);
        FileChannel channel = FileChannel.open(file);
        DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      assertEquals('4', in.read());
      assertEquals(8, channel.size());
      assertTrue(entries.iterator().hasNext());
    }
  }

  @Test
  void sockets() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (Selector selector = Selector.open();
        ServerSocket server = new ServerSocket(0, 1, here);
        Socket client = new Socket(here, server.getLocalPort());
        Socket accepted = server.accept()) {
      client.getOutputStream().write(7);
      assertEquals(7, accepted.getInputStream().read());
      assertEquals(0, selector.keys().size());
    }
  }

  @Test
  void buffers_that_nobody_keeps() {
    assertEquals(4096, ByteBuffer.allocateDirect(4096).capacity());
  }

  @Test
  void deflaters_that_are_ended() {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(new byte[10]);
      assertEquals(0, deflater.getTotalOut());
    } finally {
      deflater.end();
    }
  }
}
