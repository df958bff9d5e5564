package io.github.memoryleak.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0 B",
        "1|1 B",
        "16|16 B",
        "0.25|0.25 B",
        "-16|-16 B",
        "1023|1,023 B",
        "1024|1.00 KB",
        "4301|4.20 KB",
        "1048575|1.00 MB",
        "1048576|1.00 MB",
        "15581212|14.86 MB",
        "1073741823|1.00 GB",
        "1610612736|1.50 GB",
        "-1536|-1.50 KB"
      })
  void prints_a_size_with_the_unit_that_suits_it(double bytes, String text) {
    assertThat(Units.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "1|1",
        "1.5|1.5",
        "2.0004|2",
        "0.333333|0.33",
        "0.003|0.003",
        "0.00049|0.0005",
        "1e-9|0.000000001",
        "-0.5|-0.5",
        "100.4|100",
        "12345|12,345"
      })
  void prints_a_number_without_needless_decimals(double number, String text) {
    assertThat(Units.decimal(number)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"6.0928,6.1%", "0,0.0%", "-0.01,0.0%", "-1.25,-1.3%", "100,100.0%"})
  void prints_a_percentage_with_one_decimal(double percent, String text) {
    assertThat(Units.percent(percent)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0,0.00 MB", "-1,0.00 MB", "241172,0.23 MB", "12908011,12.31 MB"})
  void prints_a_column_of_sizes_in_megabytes(double bytes, String text) {
    assertThat(Units.megabytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1,1 thread", "0.5,0.5 threads", "3,3 threads", "0,0 threads", "0.9999,1 thread"})
  void gives_a_number_its_noun(double number, String text) {
    assertThat(Units.count(number, "thread", "threads")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1,+1,+1 B", "0,+0,+0 B", "-0.5,-0.5,-0.5 B"})
  void gives_growth_its_sign(double number, String count, String bytes) {
    assertThat(Units.signed(number)).isEqualTo(count);
    assertThat(Units.signedBytes(number)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0.0 s",
    "812,0.8 s",
    "9949,9.9 s",
    "9950,10 s",
    "42345,42 s",
    "59499,59 s",
    "59500,1 min 00 s",
    "185000,3 min 05 s",
    "3720000,1 h 02 min"
  })
  void prints_a_span_of_time(long millis, String text) {
    assertThat(Units.duration(millis)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0,0 s", "1999,1 s", "59999,59 s", "60000,1 min 00 s"})
  void prints_whole_seconds_rounded_down(long millis, String text) {
    assertThat(Units.seconds(millis)).isEqualTo(text);
  }

  @Property
  void never_prints_growth_as_nothing(
      @ForAll @DoubleRange(min = 1e-11, max = 1e12) @Scale(11) double bytes) {
    assertThat(Units.bytes(bytes)).matches(".*[1-9].*");
    assertThat(Units.decimal(bytes)).matches(".*[1-9].*");
    assertThat(Units.signedBytes(-bytes)).startsWith("-").matches(".*[1-9].*");
  }

  @Property
  void never_leaves_its_unit(@ForAll @DoubleRange(min = 0, max = 1e9) double bytes) {
    assertThat(Units.bytes(bytes))
        .matches("([0-9,]+|[0-9]+\\.[0-9]+) B|[0-9]{1,4}\\.[0-9]{2} [KM]B");
  }

  @Test
  void prints_the_same_in_every_locale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Units.bytes(4301) + Units.percent(6.1) + Units.decimal(12345.0))
          .isEqualTo("4.20 KB6.1%12,345");
    } finally {
      Locale.setDefault(before);
    }
  }
}
