package io.github.memoryleak.maven.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A server of a few pages that never change, for a browser on this machine.
 *
 * <p>It listens on the loopback address only. The address holds a random token, so that no other
 * user of the machine guesses it; and the {@code Host} of a request must be this machine's, so that
 * no page from elsewhere gets at it by a name that leads here.
 */
public final class ProfileServer implements Closeable {
  private static final int TOKEN_BYTES = 16;
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int NO_BODY = -1;

  /** Flame graphs are drawn by a script within their page; nothing is loaded from anywhere. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2, ProfileServer::daemon);
  private final Map<String, Page> pages;
  private final String prefix;
  private final Set<String> hosts;

  private ProfileServer(HttpServer server, Map<String, Page> pages) {
    this.server = server;
    this.pages = Map.copyOf(pages);
    byte[] token = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(token);
    prefix = "/" + HexFormat.of().formatHex(token) + "/";
    int port = server.getAddress().getPort();
    hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "leak http");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * {@return a server that has begun}
   *
   * @param port the port; 0 for any that is free
   * @param pages the pages by the last part of their address; the empty one comes first
   * @throws IOException when the port is taken
   */
  public static ProfileServer start(int port, Map<String, Page> pages) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    ProfileServer profile = new ProfileServer(server, pages);
    server.setExecutor(profile.threads);
    server.createContext("/", profile::answer);
    server.start();
    return profile;
  }

  /** {@return the address of the first page} */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + prefix;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      boolean head = method.equals("HEAD");
      if (!hosts.contains(String.valueOf(exchange.getRequestHeaders().getFirst("Host")))) {
        refuse(exchange, FORBIDDEN);
      } else if (!head && !method.equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        refuse(exchange, NOT_ALLOWED);
      } else {
        send(exchange, page(exchange.getRequestURI().getPath()), head);
      }
    }
  }

  private @Nullable Page page(@Nullable String path) {
    return path != null && path.startsWith(prefix)
        ? pages.get(path.substring(prefix.length()))
        : null;
  }

  private static void refuse(HttpExchange exchange, int code) throws IOException {
    exchange.sendResponseHeaders(code, NO_BODY);
  }

  private static void send(HttpExchange exchange, @Nullable Page page, boolean head)
      throws IOException {
    if (page == null) {
      refuse(exchange, NOT_FOUND);
      return;
    }
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "text/html; charset=utf-8");
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(OK, head ? NO_BODY : page.html().length);
    if (!head) {
      exchange.getResponseBody().write(page.html());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
