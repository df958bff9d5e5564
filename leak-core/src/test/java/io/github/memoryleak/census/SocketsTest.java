package io.github.memoryleak.census;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tcp  | 0: 0100007F:1F90 00000000:0000 0A | tcp socket that listens on 127.0.0.1:8080
          tcp  | 0: 0100007F:D431 0700000A:1538 01 | tcp socket to 10.0.0.7:5432
          tcp  | 0: 0100007F:0050 0100007F:D431 01 | tcp socket to 127.0.0.1:%d
          udp  | 0: 00000000:D431 00000000:0000 07 | udp socket
          tcp6 | 0: 00000000000000000000000001000000:1F90 00000000000000000000000000000000:0000 0A | tcp socket that listens on [0:0:0:0:0:0:0:1]:8080
          tcp6 | 0: 0000000000000000FFFF00000100007F:D431 0000000000000000FFFF00000100007F:1538 01 | tcp socket to 127.0.0.1:5432
          """)
  void a_row_of_the_kernels_table_tells_the_endpoint(String table, String row, String text) {
    assertThat(Sockets.text(table, row.split(" "))).isEqualTo(text);
  }
}
