package com.acme;

import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Ends the deflater, and forgets the inflater. */
final class Packer {
  private Packer() {}

  static byte[] pack(byte[] data) {
    Deflater deflater = new Deflater();
    deflater.setInput(data);
    deflater.finish();
    byte[] packed = new byte[2 * data.length + 16];
    deflater.deflate(packed);
    deflater.end();
    return packed;
  }

  static byte[] unpack(byte[] packed, int length) throws DataFormatException {
    Inflater inflater = new Inflater();
    inflater.setInput(packed);
    byte[] data = new byte[length];
    inflater.inflate(data);
    return data;
  }
}
