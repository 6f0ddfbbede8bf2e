package org.masterplan.profiles.privacy.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where to file what is held about a person, after a decision about who is whom.
 *
 * @param from the profile that it was filed under
 * @param to the profile that the person is now
 * @param journal number of the decision
 * @param only what belongs to the records that parted; null if all of {@code from} went
 */
public record Relocation(String from, String to, long journal, @Nullable PersonKeys only) {

  /** The keys of the parted records; empty after a merge. */
  public Optional<PersonKeys> parted() {
    return Optional.ofNullable(only);
  }
}
