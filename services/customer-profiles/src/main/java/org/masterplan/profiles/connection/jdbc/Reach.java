package org.masterplan.profiles.connection.jdbc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.platform.address.AddressPolicy;
import org.masterplan.profiles.connection.domain.DatabaseKind;
import org.masterplan.profiles.connection.domain.DatabaseUrl;
import org.masterplan.profiles.connection.domain.Definition;

/**
 * What this installation lets the plan connect to, and for how long it waits.
 *
 * @param hosts servers that may be called
 * @param secrets folder of passwords, a file each
 * @param files folder of SQLite files
 * @param connect how long a connection may take
 * @param silence how long a server may say nothing
 */
public record Reach(
    AddressPolicy hosts, Folder secrets, Folder files, Duration connect, Duration silence) {
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
    var file = secrets.file(definition.secret()).orElseThrow(Reach::noSecret);
    try {
      if (Files.size(file) > MAX_SECRET) {
        throw noSecret();
      }
      // Editors end a file with a line break, which is no part of a password.
      return Files.readString(file, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
    } catch (IOException _) {
      throw noSecret();
    }
  }

  /** Does not say the name again: whoever wrote a password there has made a mistake. */
  private static InvalidFields noSecret() {
    return InvalidFields.of(SECRET, "DATABASE_SECRET", Map.of("field", SECRET));
  }
}
