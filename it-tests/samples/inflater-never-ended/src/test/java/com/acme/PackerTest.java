package com.acme;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;

class PackerTest {
  @Test
  void packs_and_unpacks() throws DataFormatException {
    byte[] data = {1, 2, 3, 3, 3, 3};
    assertArrayEquals(data, Packer.unpack(Packer.pack(data), data.length));
  }
}
