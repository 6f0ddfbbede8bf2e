package org.masterplan.profiles.connection.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.profiles.connection.app.Databases.Part;
import org.masterplan.profiles.connection.domain.Column;
import org.masterplan.profiles.connection.domain.Definition;

/** What every database must do that sources are pulled from. */
public abstract class DatabasesContract {
  /** With everything in its name that a statement could trip over. */
  protected static final String TABLE = "Khách \"hàng\"; DROP";

  private static final String QUOTED = "\"Khách \"\"hàng\"\"; DROP\"";

  /** A row of the columns {@code id}, {@code họ tên}, {@code photo} (bytes), {@code changed}. */
  public record Person(long id, @Nullable String name, @Nullable Long changed) {}

  protected abstract Databases databases();

  /** How that table of the database is read. */
  protected abstract Definition definition(String table, String cursorColumn);

  /** Makes the table anew, with these rows. */
  protected abstract void create(String table, List<Person> rows);

  @Test
  void columns_areNamedInOrder_andSayWhatTheyAreGoodFor() {
    create(TABLE, List.of());

    var columns = databases().columns(definition(QUOTED, ""));

    assertThat(columns)
        .extracting(Column::name)
        .containsExactly("id", "họ tên", "photo", "changed");
    assertThat(columns).extracting(Column::leftOut).containsExactly(false, false, true, false);
    assertThat(columns).extracting(Column::type).noneMatch(String::isBlank);
    assertThat(columns)
        .filteredOn(Column::grows)
        .extracting(Column::name)
        .contains("id", "changed")
        .doesNotContain("photo");
  }

  @Test
  void read_givesEveryRowAsText_withoutWhatIsEmptyOrBytes() {
    create(TABLE, List.of(new Person(1, "Lê \"Na\" ; --", 7L), new Person(2, null, null)));

    var rows = new ArrayList<Map<String, String>>();
    var read = databases().read(definition(QUOTED, ""), Part.from(""), rows::add);

    assertThat(rows)
        .containsExactlyInAnyOrder(
            Map.of("id", "1", "họ tên", "Lê \"Na\" ; --", "changed", "7"), Map.of("id", "2"));
    assertThat(read.cursor()).isEmpty();
    assertThat(read.leftOut()).containsExactly("photo");
  }

  @Test
  void read_givesOnlyTheColumnsThatAreAskedFor_andTheCursors() {
    create(TABLE, List.of(new Person(1, "Lan", 7L)));
    var part = new Part(Set.of("id", "not there"), "");

    var rows = new ArrayList<Map<String, String>>();
    var plain = databases().read(definition(QUOTED, ""), part, rows::add);
    var grown = databases().read(definition(QUOTED, "changed"), part, rows::add);

    assertThat(rows).containsExactly(Map.of("id", "1"), Map.of("id", "1", "changed", "7"));
    assertThat(grown.cursor()).isEqualTo("7");
    assertThat(plain.leftOut()).containsExactly("photo");
  }

  @Test
  void read_goesOnFromTheLastValue_inItsOrder() {
    create(TABLE, List.of(new Person(1, "a", 30L), new Person(2, "b", 5L), new Person(3, "c", 9L)));

    var all = new ArrayList<String>();
    var first =
        databases()
            .read(definition(QUOTED, "changed"), Part.from(""), row -> all.add(row.get("changed")));
    var later = new ArrayList<String>();
    var second =
        databases()
            .read(
                definition(QUOTED, "changed"),
                Part.from("9"),
                row -> later.add(row.get("changed")));

    assertThat(all).containsExactly("5", "9", "30");
    assertThat(first.cursor()).isEqualTo("30");
    assertThat(later).containsExactly("9", "30");
    assertThat(second.cursor()).isEqualTo("30");
  }

  @Test
  void read_ofRowsWithoutACursor_endsWhereTheOthersDo() {
    create(TABLE, List.of(new Person(1, "a", null), new Person(2, "b", 5L)));

    var rows = new ArrayList<Map<String, String>>();
    var everything = databases().read(definition(QUOTED, "changed"), Part.from(""), rows::add);
    var nothing = databases().read(definition(QUOTED, "changed"), Part.from("6"), _ -> {});

    assertThat(rows).hasSize(2);
    assertThat(everything.cursor()).isEqualTo("5");
    assertThat(nothing.cursor()).isEmpty();
  }

  @Test
  void read_isInterruptedByWhoeverTakesTheRows() {
    create(TABLE, LongStream.range(0, 2000).mapToObj(i -> new Person(i, "n", i)).toList());

    assertThatThrownBy(
            () ->
                databases()
                    .read(
                        definition(QUOTED, ""),
                        Part.from(""),
                        _ -> {
                          throw new IllegalStateException("enough");
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("enough");
  }

  @Test
  void missingTable_isRefused_withThoseThatAreThere() {
    create(TABLE, List.of());

    var refusal =
        catchThrowableOfType(
            InvalidFields.class, () -> databases().columns(definition("people", "")));

    var violation = refusal.violations().getFirst();
    assertThat(violation.field()).isEqualTo("connection.table");
    assertThat(violation.reason()).isEqualTo("DATABASE_TABLE");
    assertThat(violation.about()).containsEntry("value", "people");
    assertThat(violation.about().get("known")).contains(TABLE);
  }

  @Test
  void cursorColumn_isRefused_ifItIsNotThereOrHoldsBytes() {
    create(TABLE, List.of());

    for (var column : List.of("updated", "photo", "id\" >= 0 --")) {
      var refusal =
          catchThrowableOfType(
              InvalidFields.class, () -> databases().columns(definition(QUOTED, column)));
      var violation = refusal.violations().getFirst();
      assertThat(violation.field()).isEqualTo("connection.cursor_column");
      assertThat(violation.reason()).isEqualTo("DATABASE_CURSOR");
      assertThat(violation.about()).containsEntry("value", column);
      assertThat(violation.about().get("known")).contains("id", "changed");
    }
  }
}
