package org.masterplan.profiles.profile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.profiles.profile.domain.Card;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.profile.domain.Survivorship;
import org.masterplan.profiles.source.app.InMemorySources;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceRecord;

class OwnPeopleTest {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  static final Profile OWN = profile(1, "shop");
  static final Profile STRANGER = profile(2, "crm");

  private final InMemorySources sources = new InMemorySources();
  private final OwnPeople people = new OwnPeople(sources);

  @BeforeEach
  void register() {
    register("shop", "businessUnits/dairy");
    register("crm", "businessUnits/beer");
    register("common", "");
  }

  private void register(String id, String unit) {
    var description = new Source.Description(id, unit, "", List.of(), "", "", "", 0);
    var name = new ResourceName("sources", id);
    sources.add(
        Source.register(name, description, Mapping.NONE, NOW),
        new AuditEntry(NOW, "data", "SOURCE_REGISTERED", List.of(), ""));
  }

  private static Profile profile(long number, String source) {
    var record =
        new SourceRecord(
            number,
            new RecordName(source, "1"),
            1,
            new SourceRecord.Content(Map.of(), Map.of()),
            new SourceRecord.Origin("load", 1, NOW, NOW));
    return new Profile("profiles/00000000000" + number, List.of(), Map.of(), List.of(record), 1);
  }

  /** Whoever is not known to stand above the units meets the people of their own units. */
  @ParameterizedTest
  @CsvSource({
    "BUSINESS_UNIT, dairy, true, false",
    "BUSINESS_UNIT AUDITOR, dairy, true, false",
    "BUSINESS_UNIT ADMINISTRATOR, dairy, true, false",
    "BUSINESS_UNIT, '', false, false",
    "ADMINISTRATOR, '', false, false",
    "'', dairy, true, false",
    "AUDITOR, '', true, true",
    "CMO, '', true, true",
    "BUSINESS_UNIT CMO, dairy, true, true",
    "BUSINESS_UNIT DATA_TEAM, dairy, true, true",
    "PRIVACY_OFFICER, '', true, true",
    "SERVICE, '', true, true",
  })
  void whoMayBeMet_followsFromTheRoles_inListsAndAlone(
      String roles, String unit, boolean own, boolean stranger) {
    var reader =
        new Actor(
            "reader",
            Arrays.stream(roles.split(" "))
                .filter(role -> !role.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toSet()),
            unit.isEmpty() ? Set.of() : Set.of(unit),
            "");
    var view = people.view(reader, () -> new Survivorship(_ -> 0));
    var cards = CardFields.queryable();

    assertThat(view.meets(OWN)).isEqualTo(own);
    assertThat(view.meets(STRANGER)).isEqualTo(stranger);
    assertThat(cards.matches(view.people(), Card.of(OWN))).isEqualTo(own);
    assertThat(cards.matches(view.people(), Card.of(STRANGER))).isEqualTo(stranger);
  }
}
