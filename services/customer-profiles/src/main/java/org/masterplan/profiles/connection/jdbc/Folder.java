package org.masterplan.profiles.connection.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files that the installation lays out for the plan, each known by its plain name. Nothing outside
 * is reached: not by a path, not by a link.
 *
 * @param path of the folder; empty: there is none
 */
public record Folder(Optional<Path> path) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /** The folder that a setting names; a blank one names none. */
  public static Folder named(String setting) {
    return new Folder(setting.isBlank() ? Optional.empty() : Optional.of(Path.of(setting)));
  }

  /** The file of that name. */
  Optional<Path> file(String name) {
    return path.filter(_ -> PLAIN.matcher(name).matches()).flatMap(home -> inside(home, name));
  }

  private static Optional<Path> inside(Path home, String name) {
    try {
      var file = home.resolve(name).toRealPath();
      return file.startsWith(home.toRealPath()) && Files.isRegularFile(file)
          ? Optional.of(file)
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
