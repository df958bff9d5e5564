package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The project of the README: honest tests that pass, one leak, reported only. */
class QuickstartIT {
  @Test
  void passes_its_tests_and_names_its_leak() {
    MavenResult build = MavenRun.of("quickstart").run("verify");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS CartTest: Heap: <heap>, Threads: same
            [INFO] PASS CatalogueTest: Heap: <heap>, Threads: same
            [INFO] PASS CheckoutTest#takes_the_price_of_the_cart: Heap: <heap>, Threads: same
            [ERROR] LEAK CheckoutTest#declines_an_expired_card: Heap: <heap>, Threads: same
            [INFO] PASS CheckoutTest#grants_the_discount: Heap: <heap>, Threads: same
            [INFO] PASS DiscountTest: Heap: <heap>, Threads: same
            [INFO] PASS ProductTest: Heap: <heap>, Threads: same
            [INFO] PASS SessionTest: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.shop.Session: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.shop.CheckoutTest#declines_an_expired_card
            [ERROR]    held by   static com.acme.shop.Sessions.ACTIVE
            [ERROR]              → java.util.concurrent.ConcurrentHashMap
            [ERROR]              → com.acme.shop.Session
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.shop.Sessions.open(Sessions.java:15)
            [ERROR]              at com.acme.shop.Checkout.pay(Checkout.java:21)
            [ERROR]              at com.acme.shop.CheckoutTest.lambda$declines_an_expired_card$0(CheckoutTest.java:32)
            [INFO]
            [INFO] 1 leak in 1 of 8 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml
            [WARNING] LEAK: 1 leak in 1 of 8 subjects
            [WARNING]   HEAP com.acme.shop.Session in com.acme.shop.CheckoutTest#declines_an_expired_card: +1 instance, <bytes> per loop, held by static com.acme.shop.Sessions.ACTIVE
            [WARNING] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/leak-report.sarif, target/leak-reports/TEST-*.xml""");
    assertThat(build.exit()).isZero();
  }
}
