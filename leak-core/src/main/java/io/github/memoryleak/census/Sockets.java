package io.github.memoryleak.census;

import io.github.memoryleak.names.NamePattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The endpoints of the sockets of this network namespace, by inode: Linux's tables {@code
 * /proc/self/net/tcp} and so on, whose form is that of {@code proc_net_tcp} in the kernel's
 * documentation.
 */
final class Sockets {
  private static final Path FOLDER = Path.of("/proc/self/net");
  private static final List<String> INTERNET = List.of("tcp", "tcp6", "udp", "udp6");
  private static final int LOCAL = 1;
  private static final int REMOTE = 2;
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final String LISTENING = "0A";

  private static final int UNIX_INODE = 6;
  private static final int UNIX_PATH = 7;

  private final Map<String, String> byInode = new HashMap<>();

  private Sockets() {}

  /** {@return the sockets that there are now; none where there are no such tables} */
  static Sockets read() {
    Sockets sockets = new Sockets();
    INTERNET.forEach(table -> sockets.read(table, sockets::addInternet));
    sockets.read("unix", sockets::addUnix);
    return sockets;
  }

  /**
   * {@return the endpoints, with ports that the system chose as {@code %d}}
   *
   * @param inode the number in {@code socket:[4711]}
   */
  String describe(String inode) {
    return byInode.getOrDefault(inode, "socket");
  }

  private interface Row {
    void add(String table, String[] columns);
  }

  private void read(String table, Row row) {
    try (Stream<String> lines = Files.lines(FOLDER.resolve(table), StandardCharsets.ISO_8859_1)) {
      lines.skip(1).forEach(line -> row.add(table, line.strip().split("\\s+")));
    } catch (IOException | UncheckedIOException e) {
      // The kernel has no such table: its sockets stay without endpoints.
    }
  }

  private void addInternet(String table, String[] columns) {
    if (columns.length > INODE) {
      byInode.put(columns[INODE], text(table, columns));
    }
  }

  private void addUnix(String table, String[] columns) {
    if (columns.length > UNIX_INODE) {
      String path = columns.length > UNIX_PATH ? " " + columns[UNIX_PATH] : "";
      byInode.put(columns[UNIX_INODE], "unix socket" + NamePattern.of(path));
    }
  }

  /**
   * {@return for instance {@code tcp socket to 10.0.0.7:5432}}
   *
   * @param table the name of the table
   * @param columns a row of it
   */
  static String text(String table, String[] columns) {
    String protocol = table.substring(0, "tcp".length());
    if (columns[STATE].equals(LISTENING)) {
      return protocol + " socket that listens on " + address(columns[LOCAL]);
    }
    String remote = address(columns[REMOTE]);
    return protocol + " socket" + (remote.endsWith(":0") ? "" : " to " + remote);
  }

  /** A port that tests get from the system is another each time. */
  private static String address(String hex) {
    int colon = hex.indexOf(':');
    int port = Integer.parseInt(hex.substring(colon + 1), 16);
    return host(hex.substring(0, colon)) + ":" + (port >= EPHEMERAL ? "%d" : port);
  }

  /** From here on Linux chooses ports. */
  private static final int EPHEMERAL = 32768;

  private static final int WORD = 4;

  /** Words of four bytes, each in the order of the machine: little-endian where the JDK runs. */
  private static String host(String hex) {
    byte[] address = new byte[hex.length() / 2];
    for (int i = 0; i < address.length; i++) {
      int at = i / WORD * WORD + WORD - 1 - i % WORD;
      address[i] = (byte) Integer.parseInt(hex.substring(2 * at, 2 * at + 2), 16);
    }
    try {
      String text = InetAddress.getByAddress(address).getHostAddress();
      return text.contains(":") ? "[" + text + "]" : text;
    } catch (UnknownHostException e) {
      return hex;
    }
  }
}
