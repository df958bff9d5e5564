package com.acme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** While native code packs, some JVMs do not collect, and the packer never rests. */
class PackerTest {
  private static final List<Object> ORDERS = new ArrayList<>();
  private static Thread packer;

  @BeforeAll
  static synchronized void start() {
    if (packer == null) {
      packer = new Thread(PackerTest::pack, "packer");
      packer.setDaemon(true);
      packer.start();
    }
  }

  private static void pack() {
    byte[] bytes = new byte[2 << 20];
    new Random(1).nextBytes(bytes);
    byte[] packed = new byte[2 * bytes.length];
    while (true) {
      Deflater deflater = new Deflater();
      deflater.setInput(bytes);
      deflater.finish();
      deflater.deflate(packed);
      deflater.end();
    }
  }

  @Test
  void is_alive() {
    assertTrue(packer.isAlive());
  }

  @Test
  void keeps_an_order() {
    ORDERS.add(new Random());
  }
}
