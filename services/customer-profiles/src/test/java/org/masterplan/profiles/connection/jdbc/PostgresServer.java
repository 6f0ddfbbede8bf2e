package org.masterplan.profiles.connection.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.masterplan.platform.testkit.Require;

/**
 * A real PostgreSQL on this machine's own address, with a folder of its own that goes when it is
 * closed. It refuses to run as root, and then runs as nobody.
 */
public final class PostgresServer implements AutoCloseable {
  /** Who may do everything. */
  public static final String USER = "postgres";

  public static final String PASSWORD = "a p4ssword of tests";

  private final Path folder;
  private final int port;
  private final Process process;

  private PostgresServer(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** Starts one; skips the test where there is none. */
  public static PostgresServer start() throws Exception {
    var binary = Require.tool("postgres").toRealPath();
    var folder = Files.createTempDirectory("postgres");
    prepare(folder, binary.resolveSibling("initdb"));
    int port = freePort();
    var server = new PostgresServer(folder, port, begin(folder, command(binary, folder, port)));
    Awaitility.await().ignoreExceptions().until(server::answers);
    return server;
  }

  private static void prepare(Path folder, Path initdb) throws Exception {
    var secret = Files.writeString(folder.resolve("password"), PASSWORD);
    give(folder);
    give(secret);
    var made =
        begin(
            folder,
            List.of(
                initdb.toString(),
                "--pgdata=" + folder.resolve("data"),
                "--username=" + USER,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync"));
    if (made.waitFor() != 0) {
      throw new AssertionError(Files.readString(folder.resolve("log")));
    }
  }

  private static List<String> command(Path binary, Path folder, int port) {
    var command = new ArrayList<>(List.of(binary.toString(), "-D", folder.resolve("data") + ""));
    command.addAll(List.of("-p", Integer.toString(port)));
    for (var setting :
        List.of("listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off")) {
      command.addAll(List.of("-c", setting));
    }
    return command;
  }

  private boolean answers() throws SQLException {
    open("postgres").close();
    return true;
  }

  /** How a connection names one of its databases. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** The folder of its passwords, made in that of all secrets. */
  public Path secrets(Path all) throws IOException {
    return Files.createDirectories(all.resolve("127.0.0.1_" + port));
  }

  /** Makes a database with nothing in it. */
  public void create(String database) throws SQLException {
    run("postgres", "CREATE DATABASE " + database);
  }

  /** Runs statements as who may do everything. */
  public void run(String database, String... statements) throws SQLException {
    try (var connection = open(database);
        var statement = connection.createStatement()) {
      for (var each : statements) {
        statement.execute(each);
      }
    }
  }

  Connection open(String database) throws SQLException {
    return DriverManager.getConnection(url(database), USER, PASSWORD);
  }

  /** Ends the connections of an application of that name, as an operator would. */
  void breakOff(String application) {
    try {
      run(
          "postgres",
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '"
              + application
              + "'");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    Files.walkFileTree(folder, new Deleting());
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static void give(Path file) throws IOException {
    if (isRoot()) {
      var users = file.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(file, users.lookupPrincipalByName("nobody"));
    }
  }

  private static Process begin(Path folder, List<String> command) throws IOException {
    var line = new ArrayList<String>();
    if (isRoot()) {
      line.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"));
    }
    line.addAll(command);
    return new ProcessBuilder(line)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failed) throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
