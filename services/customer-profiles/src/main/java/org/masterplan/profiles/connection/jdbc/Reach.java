package org.masterplan.profiles.connection.jdbc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.platform.address.AddressPolicy;
import org.masterplan.profiles.connection.domain.DatabaseKind;
import org.masterplan.profiles.connection.domain.DatabaseUrl;
import org.masterplan.profiles.connection.domain.Definition;
import org.masterplan.profiles.connection.domain.Encryption;

/**
 * What this installation lets the plan connect to, and for how long it waits.
 *
 * @param hosts servers that may be called
 * @param plaintext whether another machine may be called without encryption
 * @param secrets folder with a folder for each server, of the passwords that may be sent there
 * @param files folder of SQLite files
 * @param connect how long a connection may take
 * @param silence how long a server may say nothing
 */
public record Reach(
    AddressPolicy hosts,
    boolean plaintext,
    Folder secrets,
    Folder files,
    Duration connect,
    Duration silence) {
  private static final String URL = "connection.url";
  private static final String SECRET = "connection.secret";
  private static final int MAX_SECRET = 4096;

  /** Refuses what is not allowed, and what is not there. */
  void check(Definition definition) {
    definition.check();
    var url = definition.parsedUrl();
    if (url.kind() == DatabaseKind.SQLITE) {
      file(url);
    } else {
      hosts.checkHost(URL, url.host());
      encryption(url).ifPresent(encryption -> check(url, encryption));
    }
    password(definition);
  }

  /** The SQLite file that a url names. */
  Path file(DatabaseUrl url) {
    return files
        .file(url.database())
        .orElseThrow(
            () ->
                InvalidFields.of(
                    URL, "DATABASE_FILE_UNKNOWN", Map.of("field", URL, "value", url.database())));
  }

  /** The password behind the name; empty where none is named. */
  String password(Definition definition) {
    if (definition.secret().isEmpty()) {
      return "";
    }
    var server = definition.parsedUrl().secrets();
    var file = secrets.folder(server).file(definition.secret()).orElseThrow(() -> noSecret(server));
    try {
      if (Files.size(file) > MAX_SECRET) {
        throw noSecret(server);
      }
      // Editors end a file with a line break, which is no part of a password.
      return Files.readString(file, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
    } catch (IOException _) {
      throw noSecret(server);
    }
  }

  /** What a url says to its driver, and that the connection is encrypted where it must be. */
  Map<String, String> properties(DatabaseUrl url) {
    var properties = new HashMap<>(url.properties());
    encryption(url).ifPresent(e -> properties.putIfAbsent(e.property(), e.usual()));
    return properties;
  }

  /** How a connection is encrypted, where it must be. */
  private Optional<Encryption> encryption(DatabaseUrl url) {
    return url.kind().encryption().filter(_ -> !plaintext && !url.local());
  }

  private static void check(DatabaseUrl url, Encryption encryption) {
    var property = encryption.property();
    var said = url.properties().getOrDefault(property, encryption.usual());
    if (encryption.open().contains(said)) {
      var expected = encryption.usual();
      var about = Map.of("field", URL, "property", property, "value", said, "expected", expected);
      throw InvalidFields.of(URL, "DATABASE_PLAINTEXT", about);
    }
  }

  /** Does not say the name again: whoever wrote a password there has made a mistake. */
  private static InvalidFields noSecret(String server) {
    return InvalidFields.of(SECRET, "DATABASE_SECRET", Map.of("field", SECRET, "folder", server));
  }
}
