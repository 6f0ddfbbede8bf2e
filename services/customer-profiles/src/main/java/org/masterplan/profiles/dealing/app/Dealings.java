package org.masterplan.profiles.dealing.app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.masterplan.profiles.dealing.domain.Dealing;

/** What people did. Every implementation passes {@code DealingsContract}. */
public interface Dealings {
  /** How many were new, and how many said something else than was known. */
  record Written(long added, long changed) {}

  /**
   * Writes down what was brought then. What was brought last of one id counts, and of what was
   * brought at one time what is said last; whom a known one is about stays. Said again it changes
   * nothing.
   */
  Written add(Collection<Dealing> dealings, Instant brought);

  /** Everything that any of the subjects did, newest first. */
  List<Dealing> about(Collection<String> subjects);

  /** What was done in a community since then, by subject. */
  void each(String community, Instant since, Consumer<Dealing> use);

  /** Each subject that ordered something, or else that did something in a community; some twice. */
  void subjects(boolean orders, Consumer<String> use);

  /** Forgets everything about the subjects; answers how much there was. */
  long erase(Collection<String> subjects);
}
