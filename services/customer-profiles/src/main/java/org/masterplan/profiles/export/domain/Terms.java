package org.masterplan.profiles.export.domain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.masterplan.profiles.consent.domain.Consent;

/**
 * On what terms people leave in a file.
 *
 * @param purpose what for, as consents name it; empty: nothing but masked values may leave
 * @param masked whether values are masked
 * @param own the only sources whose persons leave and whose values are given; empty: all
 * @param purposes what each source was collected for, by its id
 * @param fields the only fields that are wanted; empty: all
 */
public record Terms(
    String purpose,
    boolean masked,
    Optional<Set<String>> own,
    Map<String, Set<String>> purposes,
    Set<String> fields) {
  public Terms {
    own = own.map(Set::copyOf);
    purposes = Map.copyOf(purposes);
    fields = Set.copyOf(fields);
  }

  /** Whether the receiver may know of the source's records. */
  boolean sees(String source) {
    return own.map(ids -> ids.contains(source)).orElse(true);
  }

  /** Whether what the source says may be used; a source that states no purpose has none. */
  boolean permits(String source) {
    return purpose.isEmpty() || purposes.getOrDefault(source, Set.of()).contains(purpose);
  }

  /** Whether the receiver may know by what names sources know their records. */
  boolean names() {
    return !masked || own.isPresent();
  }

  /** Whether the receiver may know of that word: a unit of those about what it asks for. */
  boolean tells(Consent word) {
    return own.isEmpty() || (!purpose.isEmpty() && word.covers(purpose, word.channel()));
  }

  boolean wants(String field) {
    return fields.isEmpty() || fields.contains(field);
  }
}
