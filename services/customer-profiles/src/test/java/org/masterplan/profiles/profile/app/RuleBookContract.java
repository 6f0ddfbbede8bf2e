package org.masterplan.profiles.profile.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.profiles.profile.domain.GoldenRules;
import org.masterplan.profiles.profile.domain.Value;

/** What every store of the rules must do. Subclasses supply a fresh, empty one. */
public abstract class RuleBookContract {
  static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  static final AuditEntry ENTRY =
      new AuditEntry(NOW, "ha@data", "GOLDEN_RULES_SET", List.of("phone"), "calls fail");

  RuleBook book;

  protected abstract RuleBook book();

  @BeforeEach
  void fresh() {
    book = book();
  }

  @Test
  void current_isTheUsualRules_untilSomebodySetsOthers() {
    assertThat(book.current()).isEqualTo(GoldenRules.USUAL);
    var set =
        GoldenRules.USUAL.next(
            Map.of("phone", Value.Rule.NEWEST, "text:shoe.size", Value.Rule.SUPPORTED),
            "ha@data",
            NOW);

    book.replace(set, ENTRY);

    assertThat(book.current()).isEqualTo(set);
    var again = set.next(Map.of(), "lan@data", NOW.plusSeconds(1));
    book.replace(again, ENTRY);
    assertThat(book.current()).isEqualTo(again);
  }

  @Test
  void replace_letsOnlyOneOfTwoWritersWin() {
    var first = GoldenRules.USUAL.next(Map.of("phone", Value.Rule.NEWEST), "ha@data", NOW);
    book.replace(first, ENTRY);

    assertThatThrownBy(() -> book.replace(first, ENTRY)).isInstanceOf(Stale.class);
    var second = first.next(Map.of(), "ha@data", NOW);
    book.replace(second, ENTRY);
    assertThatThrownBy(() -> book.replace(second, ENTRY)).isInstanceOf(Stale.class);
  }
}
