package org.masterplan.profiles.connection.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.platform.testkit.TestClock;
import org.masterplan.profiles.connection.domain.Definition;
import org.masterplan.profiles.source.app.InMemorySources;
import org.masterplan.profiles.source.app.SourceRegister;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.Source;

class ConnectionDeskTest {
  static final ResourceName CRM = new ResourceName("sources", "crm");
  static final Actor LAN = new Actor("lan@data", Set.of(Role.DATA_TEAM), Set.of(), "");
  static final Definition PEOPLE =
      new Definition("jdbc:sqlite:memory.db", "", "", "people", "changed");

  private final TestClock clock = TestClock.at(Instant.parse("2026-11-22T02:00:00Z"));
  private final SourceRegister register =
      new SourceRegister(new InMemorySources(), _ -> true, clock);
  private final InMemoryConnections connections = new InMemoryConnections();
  private final InMemoryDatabases databases = new InMemoryDatabases();
  private final ConnectionDesk desk = new ConnectionDesk(register, connections, databases, clock);

  @BeforeEach
  void source() {
    var fields = Map.of("fullName", ColumnMapping.given("họ tên", ""));
    var description = new Source.Description("CRM", "", "", List.of(), "", "", "", 0);
    register.register(CRM, description, new Mapping("id", fields, false), LAN);
    databases.create("people", List.of(new DatabasesContract.Person(1, "Lan", 7L)));
  }

  @Test
  void define_letsOnlyTheRevisionThatWasReadBeChanged() {
    var first = define(PEOPLE, Optional.of(0L));

    assertThat(first.revision()).isEqualTo(1);
    assertThatThrownBy(() -> define(PEOPLE, Optional.of(0L))).isInstanceOf(Stale.class);
    assertThat(define(PEOPLE, Optional.empty()).revision()).isEqualTo(2);
    assertThat(define(Definition.NONE, Optional.of(2L)).definition().empty()).isTrue();
  }

  @Test
  void begin_answersThePullThatIsUnderWay_andNotesTheNextOnce() {
    define(PEOPLE, Optional.empty());

    assertThat(desk.begin(CRM, "operations/a", _ -> false, LAN)).isEqualTo("operations/a");
    assertThat(desk.begin(CRM, "operations/b", "operations/a"::equals, LAN))
        .isEqualTo("operations/a");
    assertThat(desk.get(CRM).lastPull()).isEqualTo("operations/a");
    assertThat(desk.begin(CRM, "operations/c", _ -> false, LAN)).isEqualTo("operations/c");
  }

  @Test
  void begin_refuses_withoutAConnectionOrAnId() {
    assertThatThrownBy(() -> desk.begin(CRM, "operations/a", _ -> false, LAN))
        .isInstanceOfSatisfying(
            WrongState.class, e -> assertThat(e.reason()).isEqualTo("CONNECTION_MISSING"));
    define(PEOPLE, Optional.empty());
    var mapping = new Mapping("", register.get(CRM).mapping().fields(), false);
    register.confirm(CRM, mapping, new SourceRegister.Act(LAN, "", List.of(), ""));

    assertThatThrownBy(() -> desk.begin(CRM, "operations/a", _ -> false, LAN))
        .isInstanceOfSatisfying(
            WrongState.class, e -> assertThat(e.reason()).isEqualTo("PULL_ID_MISSING"));
  }

  @Test
  void read_refusesATable_withoutAColumnThatIsMapped() {
    var fields = Map.of("fullName", ColumnMapping.given("photo", ""));
    register.confirm(
        CRM, new Mapping("id", fields, false), new SourceRegister.Act(LAN, "", List.of(), ""));
    var rows = new ArrayList<Map<String, String>>();

    var refusal =
        catchThrowableOfType(InvalidFields.class, () -> desk.read(CRM, PEOPLE, "", rows::add));

    var violation = refusal.violations().getFirst();
    assertThat(violation.reason()).isEqualTo("DATABASE_COLUMNS_MISSING");
    assertThat(violation.about()).containsEntry("columns", "photo");
    assertThat(violation.about().get("found")).contains("họ tên").doesNotContain("photo");
    assertThat(rows).isEmpty();
  }

  @Test
  void read_ofAConfirmedMapping_takesItsColumnsAndTheCursorAlone() {
    var rows = new ArrayList<Map<String, String>>();
    desk.read(CRM, PEOPLE, "", rows::add);
    var fields = Map.of("text:note", ColumnMapping.given("changed", ""));
    register.confirm(
        CRM, new Mapping("id", fields, false), new SourceRegister.Act(LAN, "", List.of(), ""));

    desk.read(CRM, PEOPLE, "", rows::add);

    assertThat(rows)
        .containsExactly(
            Map.of("id", "1", "họ tên", "Lan", "changed", "7"), Map.of("id", "1", "changed", "7"));
  }

  @Test
  void pulled_isKept_unlessSomethingElseIsReadByNow() {
    define(PEOPLE, Optional.empty());

    desk.pulled(CRM, PEOPLE, new Databases.Read("7", List.of("photo")), "id");
    assertThat(desk.get(CRM).reached().cursor()).isEqualTo("7");
    assertThat(desk.get(CRM).reached().at()).contains(clock.instant());
    var elsewhere = new Definition(PEOPLE.url(), "", "", "shops", "changed");
    define(elsewhere, Optional.empty());
    desk.pulled(CRM, PEOPLE, new Databases.Read("9", List.of()), "id");

    assertThat(desk.get(CRM).reached().cursor()).isEmpty();
  }

  private org.masterplan.profiles.connection.domain.Connection define(
      Definition definition, Optional<Long> seen) {
    return desk.define(CRM, seen, _ -> definition, List.of("url"), LAN);
  }
}
