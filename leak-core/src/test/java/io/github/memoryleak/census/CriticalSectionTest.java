package io.github.memoryleak.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** A JVM that cannot pin what native code works on does not collect meanwhile. */
class CriticalSectionTest {
  private static final int MEGABYTES = 4;
  private static final int CENSUSES = 5;

  private volatile boolean stopped;

  /** As a thread that packs logs, or reads a jar, while the tests run. */
  @Test
  void a_census_waits_for_native_code_that_keeps_the_collector_from_working() throws Exception {
    Thread packer = new Thread(this::pack, "packer");
    packer.start();
    try {
      CensusLog log = new CensusLog(CENSUSES);
      CensusTaker census = new CensusTaker(log);
      for (int i = 0; i < CENSUSES; i++) {
        census.take();
      }
      assertThat(log.size()).isEqualTo(CENSUSES);
    } finally {
      stopped = true;
      packer.join();
    }
  }

  private void pack() {
    byte[] bytes = new byte[MEGABYTES << 20];
    new Random(1).nextBytes(bytes);
    byte[] packed = new byte[2 * bytes.length];
    while (!stopped) {
      Deflater deflater = new Deflater();
      try {
        deflater.setInput(bytes);
        deflater.finish();
        deflater.deflate(packed);
      } finally {
        deflater.end();
      }
    }
  }
}
