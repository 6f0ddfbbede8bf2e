package org.masterplan.embeddedmongo;

import java.nio.file.Path;

/** The files of the directory cannot be trusted, so nothing was opened and nothing changed. */
public final class StoreDamaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreDamaged(Path directory, Throwable cause) {
    super("%s cannot be opened: %s".formatted(directory, cause.getMessage()), cause);
  }

  StoreDamaged(String message) {
    super(message);
  }
}
