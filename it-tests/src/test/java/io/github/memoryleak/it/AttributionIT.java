package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A leak is told of the test, or the class, that it is in. */
class AttributionIT {
  @Test
  void two_leaks_in_two_classes() {
    MavenResult build = MavenRun.of("two-leaks-in-two-classes").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS OrderTest#keeps_nothing: Heap: <heap>, Threads: same
            [ERROR] LEAK OrderTest#takes_an_order: Heap: <heap>, Threads: same
            [ERROR] LEAK ParcelTest#sends_a_parcel: Heap: <heap>, Threads: same
            [INFO] PASS ParcelTest#keeps_nothing: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.Order: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.OrderTest#takes_an_order
            [ERROR]    held by   static com.acme.Registry.THINGS
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Order
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.OrderTest.takes_an_order(OrderTest.java:10)
            [ERROR]
            [ERROR] 2. com.acme.Parcel: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.ParcelTest#sends_a_parcel
            [ERROR]    held by   static com.acme.Registry.THINGS
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Parcel
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.ParcelTest.sends_a_parcel(ParcelTest.java:10)
            [INFO]
            [INFO] 2 leaks in 2 of 4 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project two-leaks-in-two-classes: LEAK: 2 leaks in 2 of 4 subjects
            [ERROR]   HEAP com.acme.Order in com.acme.OrderTest#takes_an_order: +1 instance, <bytes> per loop, held by static com.acme.Registry.THINGS
            [ERROR]   HEAP com.acme.Parcel in com.acme.ParcelTest#sends_a_parcel: +1 instance, <bytes> per loop, held by static com.acme.Registry.THINGS
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/leak-report.sarif, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects())
        .containsExactly(
            "PASS com.acme.OrderTest#keeps_nothing",
            "LEAK com.acme.OrderTest#takes_an_order",
            "LEAK com.acme.ParcelTest#sends_a_parcel",
            "PASS com.acme.ParcelTest#keeps_nothing");
    assertThat(build.findings())
        .containsExactly(
            "HEAP com.acme.OrderTest#takes_an_order com.acme.Order 1.0",
            "HEAP com.acme.ParcelTest#sends_a_parcel com.acme.Parcel 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  @Tag("long")
  void slow_tests_that_leak_are_found_by_running_each_a_few_times() {
    MavenResult build = MavenRun.of("slow-tests").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK ShelfTest: Heap: <heap>, Threads: same
            [INFO] PASS WarehouseTest#has_stock: Heap: <heap>, Threads: same
            [INFO] PASS WarehouseTest#still_has_stock: Heap: <heap>, Threads: same
            [ERROR] LEAK WarehouseTest#takes_an_order: Heap: <heap>, Threads: same
            [ERROR] LEAK WarehouseTest#takes_another_order: Heap: <heap>, Threads: same
            [ERROR] LEAK WarehouseTest#takes_something_back: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.ShelfTest$Shelf: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.ShelfTest
            [ERROR]    held by   static com.acme.ShelfTest.SHELVES
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.ShelfTest$Shelf
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.ShelfTest.build(ShelfTest.java:17)
            [ERROR]
            [ERROR] 2. com.acme.Warehouse$Order: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.WarehouseTest#takes_an_order
            [ERROR]              com.acme.WarehouseTest#takes_another_order
            [ERROR]    held by   static com.acme.Warehouse.ORDERS
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Warehouse$Order
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Warehouse.order(Warehouse.java:23)
            [ERROR]              at com.acme.WarehouseTest.takes_an_order(WarehouseTest.java:20)
            [ERROR]
            [ERROR] 3. com.acme.Warehouse$Return: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.WarehouseTest#takes_something_back
            [ERROR]    held by   static com.acme.Warehouse.RETURNS
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Warehouse$Return
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Warehouse.giveBack(Warehouse.java:28)
            [ERROR]              at com.acme.WarehouseTest.takes_something_back(WarehouseTest.java:33)
            [WARNING]
            [WARNING] Note: The same grows at the same rate as in com.acme.WarehouseTest#takes_an_order, which was measured in its place, in com.acme.WarehouseTest#takes_another_order.
            [INFO]
            [INFO] 3 leaks in 4 of 6 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
  }

  @Test
  void a_leak_in_before_each() {
    MavenResult build = MavenRun.of("leak-in-before-each").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK ConnectionTest#answers: Heap: <heap>, Threads: same
            [ERROR] LEAK ConnectionTest#is_there: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.Connection: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.ConnectionTest#answers
            [ERROR]              com.acme.ConnectionTest#is_there
            [ERROR]    held by   static com.acme.Connection.OPEN
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Connection
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Connection.open(Connection.java:12)
            [ERROR]              at com.acme.ConnectionTest.connect(ConnectionTest.java:14)
            [INFO]
            [INFO] 1 leak in 2 of 2 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project leak-in-before-each: LEAK: 1 leak in 2 of 2 subjects
            [ERROR]   HEAP com.acme.Connection in com.acme.ConnectionTest#answers and 1 more: +1 instance, <bytes> per loop, held by static com.acme.Connection.OPEN
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/leak-report.sarif, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects())
        .containsExactly(
            "LEAK com.acme.ConnectionTest#answers", "LEAK com.acme.ConnectionTest#is_there");
    assertThat(build.findings())
        .containsExactly(
            "HEAP com.acme.ConnectionTest#answers com.acme.Connection 1.0",
            "HEAP com.acme.ConnectionTest#is_there com.acme.Connection 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_leak_in_before_all() {
    MavenResult build = MavenRun.of("leak-in-before-all").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK ServerTest: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.Server: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.ServerTest
            [ERROR]    held by   static com.acme.Server.STARTED
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Server
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Server.start(Server.java:12)
            [ERROR]              at com.acme.ServerTest.start(ServerTest.java:14)
            [INFO]
            [INFO] 1 leak in 1 of 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project leak-in-before-all: LEAK: 1 leak in 1 of 1 subject
            [ERROR]   HEAP com.acme.Server in com.acme.ServerTest: +1 instance, <bytes> per loop, held by static com.acme.Server.STARTED
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/leak-report.sarif, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects()).containsExactly("LEAK com.acme.ServerTest");
    assertThat(build.findings()).containsExactly("HEAP com.acme.ServerTest com.acme.Server 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_leak_in_a_nested_class_with_parameters() {
    MavenResult build = MavenRun.of("nested-and-parameterized").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS CouponTest#can_be_printed: Heap: <heap>, Threads: same
            [INFO] PASS CouponTest$Kept#leaves_the_price: Heap: <heap>, Threads: same
            [ERROR] LEAK CouponTest$Redeemed#lowers_the_price: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.Coupon: +2 instances, <bytes> per loop
            [ERROR]    seen in   com.acme.CouponTest$Redeemed#lowers_the_price
            [ERROR]    held by   static com.acme.Coupon.REDEEMED
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Coupon
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.CouponTest$Redeemed.lowers_the_price(CouponTest.java:24)
            [INFO]
            [INFO] 1 leak in 1 of 3 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project nested-and-parameterized: LEAK: 1 leak in 1 of 3 subjects
            [ERROR]   HEAP com.acme.Coupon in com.acme.CouponTest$Redeemed#lowers_the_price: +2 instances, <bytes> per loop, held by static com.acme.Coupon.REDEEMED
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/leak-report.sarif, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects())
        .containsExactly(
            "PASS com.acme.CouponTest#can_be_printed",
            "PASS com.acme.CouponTest$Kept#leaves_the_price",
            "LEAK com.acme.CouponTest$Redeemed#lowers_the_price");
    assertThat(build.findings())
        .containsExactly("HEAP com.acme.CouponTest$Redeemed#lowers_the_price com.acme.Coupon 2.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  @Tag("long")
  void one_leak_in_many_tests_is_measured_once() {
    MavenResult build = MavenRun.of("one-leak-in-many-tests").run("leak:test");
    assertThat(build.findings())
        .as(build.output())
        .containsExactlyInAnyOrder(
            "HEAP com.acme.DeskTest#takes_a_letter com.acme.Desk$Letter 1.0",
            "HEAP com.acme.DeskTest#takes_another_letter com.acme.Desk$Letter 1.0",
            "HEAP com.acme.DeskTest#takes_two_letters com.acme.Desk$Letter 2.0",
            "HEAP com.acme.DeskTest#takes_a_letter_and_replies com.acme.Desk$Letter 1.0",
            "HEAP com.acme.DeskTest#takes_a_letter_and_replies com.acme.Desk$Reply 1.0",
            "HEAP com.acme.OtherDeskTest#takes_a_letter com.acme.Desk$Letter 1.0",
            "HEAP com.acme.OtherDeskTest#files_a_letter com.acme.Desk$Letter 1.0");
    assertThat(build.holders("com.acme.OtherDeskTest#takes_a_letter"))
        .containsExactly("static com.acme.Desk.LETTERS");
    assertThat(build.holders("com.acme.OtherDeskTest#files_a_letter"))
        .as("a list of its own, with the same class at the same rate")
        .containsExactly("static com.acme.Desk.DRAWER");
    assertThat(build.subjects()).contains("PASS com.acme.DeskTest#keeps_nothing");
  }
}
