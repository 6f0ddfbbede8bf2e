package org.masterplan.profiles.source.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.masterplan.kernel.refusal.WrongState;

/**
 * What can keep an old database from its next state. The name is the reason that a caller is told.
 */
public enum Blocker {
  BLOCKED_MAPPING(s -> !s.mapping().confirmed()),
  BLOCKED_LOAD(s -> s.holdings().loadedAt().isEmpty()),
  /** What its rows say was read by another mapping than that of now. */
  BLOCKED_MAPPED_SINCE(Source::isMappedSinceLoaded),
  BLOCKED_RECONCILIATION(s -> s.replacement().reconciliation().isEmpty()),
  /** Rows came in since a steward signed that none is missing. */
  BLOCKED_LOADED_SINCE(Source::hasLoadedSinceReconciled),
  BLOCKED_UNIT(s -> s.description().businessUnit().isEmpty()),
  BLOCKED_PURPOSES(s -> s.description().purposes().isEmpty()),
  BLOCKED_LEGAL_BASIS(s -> s.description().legalBasis().isEmpty()),
  BLOCKED_SIGN_OFF(s -> s.replacement().signOff().isEmpty());

  private final Predicate<Source> blocks;

  Blocker(Predicate<Source> blocks) {
    this.blocks = blocks;
  }

  /** All that keeps the source from its next state; nothing if somebody has only to say so. */
  public static List<Blocker> of(Source source) {
    return source.state().next().map(next -> of(source, next)).orElse(List.of());
  }

  static List<Blocker> of(Source source, SourceState next) {
    var found = new ArrayList<>(conditions(next));
    found.removeIf(each -> !each.blocks.test(source));
    return found;
  }

  /** Throws the first of what keeps the source from that state. */
  static void refuse(Source source, SourceState next) {
    of(source, next).forEach(blocker -> blocker.refuse(source));
  }

  /** Throws it if it keeps the source. */
  void refuse(Source source) {
    if (blocks.test(source)) {
      throw new WrongState(name(), Map.of("name", source.name().toString()));
    }
  }

  /** What each state asks for, in the order in which it is worked off. */
  private static List<Blocker> conditions(SourceState next) {
    return switch (next) {
      case REGISTERED -> List.of();
      case MAPPED -> List.of(BLOCKED_MAPPING);
      case LOADED -> List.of(BLOCKED_LOAD);
      case RECONCILED ->
          List.of(BLOCKED_LOAD, BLOCKED_MAPPING, BLOCKED_MAPPED_SINCE, BLOCKED_RECONCILIATION);
      case SHADOW ->
          List.of(
              BLOCKED_MAPPED_SINCE,
              BLOCKED_RECONCILIATION,
              BLOCKED_UNIT,
              BLOCKED_PURPOSES,
              BLOCKED_LEGAL_BASIS);
      case MASTER_HERE, READ_ONLY -> List.of(BLOCKED_MAPPED_SINCE, BLOCKED_LOADED_SINCE);
      case RETIRED -> List.of(BLOCKED_MAPPED_SINCE, BLOCKED_LOADED_SINCE, BLOCKED_SIGN_OFF);
    };
  }
}
