package org.masterplan.embeddedmongo;

import java.nio.file.Path;

/** Another process has the directory open. */
public final class StoreInUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreInUse(Path directory, String owner) {
    super("%s is in use by process %s (expected: no other process)".formatted(directory, owner));
  }
}
