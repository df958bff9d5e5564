package io.github.memoryleak.maven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileServerTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private ProfileServer server;

  @BeforeEach
  void start() throws IOException {
    Page first =
        Page.ofText("a <b>", List.of("1 < 2 & \"x\""), List.of(new Page.Link("next", "Next")));
    Page next = Page.ofText("next", List.of("second"), List.of());
    server = ProfileServer.start(0, Map.of("", first, "next", next));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(URI.create(server.address()).resolve(path));
  }

  @Test
  void its_pages_are_shown_with_text_as_text() throws Exception {
    HttpResponse<String> response = send(get(""));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains(
            "<h1>a &lt;b&gt;</h1>", "1 &lt; 2 &amp; &quot;x&quot;", "<a href=\"next\">Next</a>");
    assertThat(send(get("next")).body()).contains("second");
    assertThat(response.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none';"));
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/next",
        "/0123456789abcdef0123456789abcdef/",
        "other",
        "../",
        "next/../next/x"
      })
  void nothing_else_is_there(String path) throws Exception {
    assertThat(send(get(path)).statusCode()).isEqualTo(404);
  }

  @Test
  void only_reading_is_allowed() throws Exception {
    HttpResponse<String> post = send(get("").POST(HttpRequest.BodyPublishers.ofString("x")));
    assertThat(post.statusCode()).isEqualTo(405);
    assertThat(post.headers().firstValue("Allow")).hasValue("GET, HEAD");
    assertThat(send(get("").method("HEAD", HttpRequest.BodyPublishers.noBody())).statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_name_that_leads_here_from_elsewhere_is_refused() throws Exception {
    URI address = URI.create(server.address());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      String request =
          "GET "
              + address.getPath()
              + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 403 ");
    }
  }

  @Test
  void it_listens_on_this_machine_alone() throws Exception {
    int port = URI.create(server.address()).getPort();
    for (InetAddress own :
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress())
            .toList()) {
      assertThatThrownBy(() -> new Socket(own, port).close()).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void each_server_has_another_token() throws IOException {
    try (ProfileServer other = ProfileServer.start(0, Map.of())) {
      assertThat(URI.create(other.address()).getPath())
          .matches("/[0-9a-f]{32}/")
          .isNotEqualTo(URI.create(server.address()).getPath());
    }
  }
}
