package org.masterplan.profiles.connection.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.InvalidFields;

class DefinitionTest {
  static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  static final Definition CRM =
      new Definition("jdbc:postgresql://db/crm", "plan", "crm.password", "public.people", "id");

  @Test
  void check_takesAWholeOne_andNone() {
    assertThatCode(CRM::check).doesNotThrowAnyException();
    assertThatCode(Definition.NONE::check).doesNotThrowAnyException();
    assertThatCode(new Definition("jdbc:sqlite:a.db", "", "", "people", "")::check)
        .doesNotThrowAnyException();
  }

  @Test
  void check_namesWhatIsMissing() {
    assertThat(missing(new Definition("", "plan", "", "people", ""))).isEqualTo("connection.url");
    assertThat(missing(new Definition("jdbc:sqlite:a.db", "", "", "", "")))
        .isEqualTo("connection.table");
    assertThat(missing(new Definition("jdbc:mysql://db/crm", "", "", "people", "")))
        .isEqualTo("connection.user");
  }

  @Test
  void check_refusesASecretThatIsNoFileName_andDoesNotSayIt() {
    var definition = new Definition(CRM.url(), "plan", "../p4ss word!", "people", "");

    assertThatThrownBy(definition::check)
        .isInstanceOf(InvalidFields.class)
        .hasMessageNotContaining("p4ss");
  }

  @Test
  void table_isReadWithOrWithoutQuotes() {
    assertThat(TableName.parse("people")).isEqualTo(new TableName("", "people"));
    assertThat(TableName.parse("Bán lẻ.Khách hàng"))
        .isEqualTo(new TableName("Bán lẻ", "Khách hàng"));
    assertThat(TableName.parse("\"a.b\".\"the \"\"best\"\"\""))
        .isEqualTo(new TableName("a.b", "the \"best\""))
        .hasToString("\"a.b\".\"the \"\"best\"\"\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.", "a.b.c", "\"a", "a\"b", "\"\""})
  void table_isRefused_ifItsQuotesOrDotsDoNotFit(String text) {
    assertThatThrownBy(() -> TableName.parse(text)).isInstanceOf(InvalidFields.class);
  }

  @Test
  void cursor_stays_whileTheSameIsRead() {
    var pulled = pulled();

    var renamed = new Definition(CRM.url(), "other", "other", CRM.table(), CRM.cursorColumn());
    assertThat(pulled.define(renamed, NOW).reached()).isEqualTo(pulled.reached());
    var elsewhere = new Definition(CRM.url(), "plan", "", "public.shops", "id");
    assertThat(pulled.define(elsewhere, NOW).reached()).isEqualTo(Connection.Reached.NOWHERE);
  }

  @Test
  void pulled_isNotTakenIn_onceSomethingElseIsRead() {
    var elsewhere = new Definition(CRM.url(), "plan", "", "public.shops", "id");
    var changed = pulled().define(elsewhere, NOW);

    assertThat(changed.pulled(CRM, reached("9", List.of(), "id"), NOW)).isEqualTo(changed);
  }

  @Test
  void pulled_keepsTheCursor_ifNoRowWasMet() {
    var again = pulled().pulled(CRM, reached("", List.of("photo"), "id"), NOW.plusSeconds(9));

    assertThat(again.reached().cursor()).isEqualTo("7");
    assertThat(again.reached().leftOut()).containsExactly("photo");
    assertThat(again.reached().at()).contains(NOW.plusSeconds(9));
  }

  @Test
  void pulls_thatReadOtherwise_beginAnew() {
    assertThat(pulled().goesOn("id")).isEqualTo("7");
    assertThat(pulled().goesOn("id\nphone\tSĐT\t")).isEmpty();
    var met = pulled().pulled(CRM, reached("", List.of(), "other"), NOW);
    assertThat(met.reached().cursor()).isEmpty();
  }

  private static Connection.Reached reached(String cursor, List<String> leftOut, String mapped) {
    return new Connection.Reached(cursor, leftOut, Optional.empty(), mapped);
  }

  private static Connection pulled() {
    return Connection.none(new ResourceName("sources", "crm"))
        .define(CRM, NOW)
        .pulled(CRM, reached("7", List.of(), "id"), NOW);
  }

  private static String missing(Definition definition) {
    var refusal = catchThrowableOfType(InvalidFields.class, definition::check);
    assertThat(refusal.violations()).extracting(v -> v.reason()).containsExactly("REQUIRED");
    return refusal.violations().getFirst().field();
  }
}
