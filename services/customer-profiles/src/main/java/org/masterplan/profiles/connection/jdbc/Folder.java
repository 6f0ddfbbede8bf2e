package org.masterplan.profiles.connection.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.masterplan.profiles.connection.domain.PlainName;

/**
 * Files that the installation lays out for the plan, each known by its plain name. Nothing outside
 * is reached: not by a path, not by a link.
 *
 * @param path of the folder; empty: there is none
 */
public record Folder(Optional<Path> path) {
  /** The folder that a setting names; a blank one names none. */
  public static Folder named(String setting) {
    return new Folder(setting.isBlank() ? Optional.empty() : Optional.of(Path.of(setting)));
  }

  /** The folder in this one that is named after a server; one that is not there holds nothing. */
  Folder folder(String server) {
    return new Folder(path.flatMap(home -> inside(home, server)).filter(Files::isDirectory));
  }

  /** The file of that name. */
  Optional<Path> file(String name) {
    return path.filter(_ -> PlainName.is(name))
        .flatMap(home -> inside(home, name))
        .filter(Files::isRegularFile);
  }

  private static Optional<Path> inside(Path home, String name) {
    try {
      var file = home.resolve(name).toRealPath();
      return file.startsWith(home.toRealPath()) ? Optional.of(file) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
