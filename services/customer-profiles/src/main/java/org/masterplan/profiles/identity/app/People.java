package org.masterplan.profiles.identity.app;

import java.util.function.Consumer;

/** All records that are stored, to be learned from. */
public interface People {
  /** Hands over each record once, in any order. */
  void each(Consumer<Features> use);
}
