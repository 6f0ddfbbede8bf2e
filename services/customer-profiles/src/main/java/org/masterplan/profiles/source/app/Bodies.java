package org.masterplan.profiles.source.app;

import org.masterplan.kernel.intake.Rows;

/** Uploaded bodies, stored until their load has ended. */
public interface Bodies {
  /** Whether the body is at hand. */
  boolean has(String body);

  /** The same for bodies of the same bytes, each of which is stored by a name of its own. */
  String content(String body);

  /** The rows of a body; refuses what cannot be read at all. */
  Rows open(String body, String contentType);

  /** Forgets a body. */
  void delete(String body);
}
