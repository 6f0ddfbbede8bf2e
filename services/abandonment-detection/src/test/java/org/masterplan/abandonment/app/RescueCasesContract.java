package org.masterplan.abandonment.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.abandonment.domain.Aboard;
import org.masterplan.abandonment.domain.PeopleCount;
import org.masterplan.abandonment.domain.Reason;
import org.masterplan.abandonment.domain.RescueCase;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;

/** What every store of rescue cases must do. */
public abstract class RescueCasesContract {
  static final AuditEntry ENTRY =
      new AuditEntry(Harbour.NOW, "test", "RESCUE_OPENED", List.of(), "");

  protected abstract RescueCases fresh();

  private RescueCases cases;

  @BeforeEach
  void start() {
    cases = fresh();
  }

  static RescueCase opened(String id) {
    var aboard =
        new Aboard(
            2000,
            OptionalLong.of(120),
            new PeopleCount(8, 8, 13),
            List.of("segments/new-mothers"),
            Harbour.NOW);
    var reason = new Reason(Reason.Code.OWNER_DEPARTED, 0, Map.of("date", "2026-11-01"));
    var ship =
        new RescueCase.Ship(id, "businessUnits/dairy", "employees/lan", aboard, List.of(reason));
    return RescueCase.open(id, ship, Harbour.NOW, LocalDate.parse("2026-12-05"));
  }

  @Test
  void find_returnsWhatWasAdded() {
    cases.add(opened("me-bim"), ENTRY);

    assertThat(cases.find("me-bim")).contains(opened("me-bim"));
    assertThatThrownBy(() -> cases.add(opened("me-bim"), ENTRY)).isInstanceOf(AlreadyExists.class);
  }

  @Test
  void replace_keepsEveryStandingAndLetsOneWriterWin() {
    var open = opened("me-bim");
    cases.add(open, ENTRY);
    var started = open.start("employees/minh");
    cases.replace(started, ENTRY);
    assertThat(cases.find("me-bim")).contains(started);
    var noted = started.note(new RescueCase.Note("minh", Harbour.NOW, "gọi cho Lan"));
    cases.replace(noted, ENTRY);
    var closed = noted.close(RescueCase.Outcome.HANDED_OVER, "Minh takes it", Harbour.NOW);
    cases.replace(closed, ENTRY);

    assertThat(cases.find("me-bim")).contains(closed);
    assertThatThrownBy(() -> cases.replace(started, ENTRY)).isInstanceOf(Stale.class);
  }

  @Test
  void list_filtersByStateAndCommunity() {
    cases.add(opened("a-one"), ENTRY);
    cases.add(opened("b-two"), ENTRY);
    cases.replace(opened("a-one").start("employees/minh"), ENTRY);
    var open = compare("OPEN", RescueCaseFields.STATE);
    var mine = compare("employees/minh", RescueCaseFields.ASSIGNEE);

    assertThat(cases.list(query(open)).items()).extracting(RescueCase::id).containsExactly("b-two");
    assertThat(cases.list(query(mine)).items()).extracting(RescueCase::id).containsExactly("a-one");
  }

  private static Filter compare(String value, org.masterplan.kernel.query.Field field) {
    return new Filter.Compare(field, Filter.Op.EQ, new Value.Text(value));
  }

  private static Query query(Filter filter) {
    return new Query(filter, RescueCaseFields.NEWEST_FIRST, 5, Optional.empty());
  }
}
