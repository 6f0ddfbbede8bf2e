package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.profiles.identity.app.IdentityFixture;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.Source;

class SourceRegisterTest {
  private static final ResourceName CRM = new ResourceName("sources", "crm");
  private static final SourceRegister.Act ACT =
      new SourceRegister.Act(LoadingFixture.DATA, "SOURCE_UPDATED", List.of("business_unit"), "");

  private final List<String> asked = new ArrayList<>();
  private final SourceRegister register =
      new SourceRegister(new InMemorySources(), this::has, IdentityFixture.CLOCK);

  @Test
  void register_refusesAUnitThatIsNotOnThePlan() {
    assertThatThrownBy(() -> register("businessUnits/nowhere"))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e -> {
              var wrong = e.violations().getFirst();
              assertThat(wrong.field()).isEqualTo("source.business_unit");
              assertThat(wrong.reason()).isEqualTo("SOURCE_UNIT_UNKNOWN");
              assertThat(wrong.about()).containsEntry("value", "businessUnits/nowhere");
            });
    assertThat(register("").description().businessUnit()).isEmpty();
  }

  @Test
  void register_refusesDaysThatThereAreNot_namingEach() {
    assertThatThrownBy(() -> register(days("2025-13-01", "2024-02-30")))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e ->
                assertThat(e.violations())
                    .extracting(v -> v.field() + " " + v.reason())
                    .containsExactly(
                        "source.collected_from COLLECTED_DAY",
                        "source.collected_until COLLECTED_DAY"));
  }

  @Test
  void aSourceIsNotCollected_untilADayBeforeItsFirst() {
    assertThatThrownBy(() -> register(days("2025-01-02", "2025-01-01")))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e ->
                assertThat(e.violations())
                    .extracting(v -> v.field() + " " + v.reason())
                    .containsExactly("source.collected_until COLLECTED_BACKWARDS"));

    var source = register(days("2025-01-02", "2025-01-02"));

    assertThatThrownBy(() -> update(source, days("2025-01-02", "2025-01-01")))
        .isInstanceOf(InvalidFields.class);
    assertThat(update(source, days("2025-01-02", "")).description().collectedUntil()).isEmpty();
  }

  @Test
  void register_ofASourceThatIsThere_saysSo_whateverBecameOfItsUnit() {
    register("businessUnits/dairy");

    assertThatThrownBy(() -> register("businessUnits/nowhere")).isInstanceOf(AlreadyExists.class);
  }

  @Test
  void register_namesTheFieldOfTheMappingThatIsNone() {
    var fields = Map.of("phonee", ColumnMapping.given("SĐT", ""));
    var mapping = new Mapping("id", fields, false);

    assertThatThrownBy(() -> register.register(CRM, described(""), mapping, LoadingFixture.DATA))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e -> assertThat(e.violations().getFirst().field()).isEqualTo("mapping.fields.phonee"));
  }

  @Test
  void update_asksOnlyForAUnitThatIsNew() {
    var source = register("businessUnits/dairy");
    asked.clear();

    var titled = update(source, "businessUnits/dairy");

    assertThat(asked).isEmpty();
    assertThatThrownBy(() -> update(titled, "businessUnits/nowhere"))
        .isInstanceOf(InvalidFields.class);
  }

  @Test
  void whoTrusts_isTold_onceASourceCameOrItsTrustChanged() {
    var told = new AtomicInteger();
    register.onTrustChange(told::incrementAndGet);

    var source = register("");
    assertThat(told).hasValue(1);

    var titled = update(source, "businessUnits/dairy");
    assertThat(told).hasValue(1);

    var trusted = new Source.Description("CRM", "", "", List.of(), "", "", "", 90);
    register.update(CRM, titled.revision(), _ -> trusted, Optional.empty(), ACT);
    assertThat(told).hasValue(2);
  }

  private Source register(String unit) {
    return register(described(unit));
  }

  private Source register(Source.Description description) {
    return register.register(CRM, description, Mapping.NONE, LoadingFixture.DATA);
  }

  private Source update(Source seen, String unit) {
    return update(seen, described(unit));
  }

  private Source update(Source seen, Source.Description description) {
    return register.update(CRM, seen.revision(), _ -> description, Optional.empty(), ACT);
  }

  private static Source.Description days(String from, String until) {
    return new Source.Description("CRM", "", "", List.of(), "", from, until, 0);
  }

  private static Source.Description described(String unit) {
    return new Source.Description("CRM", unit, "", List.of(), "", "", "", 0);
  }

  private boolean has(String unit) {
    asked.add(unit);
    return unit.equals("businessUnits/dairy");
  }
}
