package org.masterplan.profiles.source.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The whole way of an old database, step by step. */
public final class Ways {
  public static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  /** From wherever one begins to RETIRED. */
  public static final List<UnaryOperator<Source>> STEPS =
      List.of(
          s -> s.describe(described(s.description()), NOW),
          s -> s.mapping().confirmed() ? s : s.map(confirmed(s.mapping()), NOW),
          s -> s.loaded(loaded(s.holdings()), NOW),
          s -> s.reconcile(signed(), NOW),
          s -> s.advance(SourceState.SHADOW, NOW),
          s -> s.advance(SourceState.MASTER_HERE, NOW),
          s -> s.advance(SourceState.READ_ONLY, NOW),
          s -> s.signOff(new Replacement.SignOff(signature("quan@dairy")), NOW),
          s -> s.retire(NOW));

  private Ways() {}

  /** The source in that state. */
  public static Source to(SourceState state, Source source) {
    var way = source;
    for (var step : STEPS) {
      if (way.state() == state && !way.description().purposes().isEmpty()) {
        return way;
      }
      way = step.apply(way);
    }
    return way;
  }

  /** What a steward signed. */
  public static Replacement.Reconciliation signed() {
    var figures = new Replacement.Figures("load-1", 3, 2, 1, 0);
    return new Replacement.Reconciliation(figures, 3, 0, signature("lan@data"));
  }

  static Replacement.Signature signature(String by) {
    return new Replacement.Signature(by, NOW, "counted");
  }

  private static Source.Description described(Source.Description old) {
    return new Source.Description(
        old.title(),
        "businessUnits/dairy",
        old.owner(),
        List.of("MARKETING"),
        "CONSENT",
        old.collectedFrom(),
        old.collectedUntil(),
        old.trust());
  }

  private static Mapping confirmed(Mapping suggested) {
    return suggested.empty() ? mapping() : suggested.confirm();
  }

  private static Mapping mapping() {
    return new Mapping("id", Map.of("phone", ColumnMapping.given("phone", "")), true);
  }

  private static Source.Holdings loaded(Source.Holdings held) {
    return new Source.Holdings(held.records(), held.rejected(), held.quality(), Optional.of(NOW));
  }
}
