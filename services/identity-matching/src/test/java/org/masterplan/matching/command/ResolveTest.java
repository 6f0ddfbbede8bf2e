package org.masterplan.matching.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.matching.record.Column;
import org.masterplan.matching.record.Field;
import org.masterplan.matching.record.SourceMapping;
import org.yaml.snakeyaml.Yaml;

class ResolveTest {
  private static final List<String> COLUMNS = List.of("id", "first", "last", "born", "mail", "who");

  @Test
  void run_resolvesTwoFilesAndReportsWhatItDid() throws java.io.IOException {
    var shop = input("shop");
    var club = input("club");

    var answer =
        new Resolve(Clock.systemUTC()).run(new Resolve.Request(List.of(shop, club), "who", 2));

    var report = answer.report();
    assertThat(report.records()).isEqualTo(120);
    assertThat(report.rejected()).hasSize(2);
    assertThat(report.entities()).isEqualTo(60);
    assertThat(report.quality().orElseThrow().f1()).isEqualTo(1.0);
    assertThat(report.lines()).contains("records 120", "entities 60", "F1 1.0000");
    var out = new StringBuilder();
    Crosswalk.write(answer.resolution(), out);
    assertThat(out.toString()).startsWith("source,record,entity\nclub,c0,1\n").hasLineCount(121);
    var edges = new StringBuilder();
    Crosswalk.writeEdges(answer.resolution(), edges);
    assertThat(edges.toString()).contains("club,c0,shop,c0,");
    var model = new StringBuilder();
    ModelFile.write(answer.resolution(), model);
    Map<String, Object> read = new Yaml().load(model.toString());
    assertThat(read).containsEntry("version", ModelFile.VERSION).containsEntry("records", 120);
    assertThat(read.get("comparisons")).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(4);
  }

  @Test
  void run_ofNothing_answersNothing() {
    var rows = Rows.of(COLUMNS, List.<Row>of().iterator());
    var empty = new Resolve.Input("empty", rows, mapping());

    var answer = new Resolve(Clock.systemUTC()).run(new Resolve.Request(List.of(empty), "", 1));

    assertThat(answer.report().records()).isZero();
    assertThat(answer.report().entities()).isZero();
  }

  @Test
  void run_takesTheFirstOfTwoRowsWithOneId() {
    var nameless = row(2);
    nameless.remove("id");
    var rows =
        List.<Row>of(new Row.Good(2, row(0)), new Row.Good(3, row(0)), new Row.Good(4, nameless));
    var shop = new Resolve.Input("shop", Rows.of(COLUMNS, rows.iterator()), mapping());

    var answer = new Resolve(Clock.systemUTC()).run(new Resolve.Request(List.of(shop), "", 1));

    assertThat(answer.report().records()).isEqualTo(2);
    assertThat(answer.resolution().table().key(1).id()).isEqualTo("row:3");
    var bad = answer.report().rejected().getFirst().row();
    assertThat(bad.line()).isEqualTo(3);
    assertThat(bad.field()).isEqualTo("id");
    assertThat(bad.reason()).isEqualTo("RECORD_TWICE");
    assertThat(bad.about()).containsEntry("value", "c0").containsEntry("earlier", "2");
  }

  private static Resolve.Input input(String source) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < 60; i++) {
      rows.add(new Row.Good(i + 2, row(i)));
    }
    rows.add(Row.Bad.unreadable(62, "TOO_MANY_CELLS", Map.of()));
    return new Resolve.Input(source, Rows.of(COLUMNS, rows.iterator()), mapping());
  }

  private static Map<String, String> row(int i) {
    var row = new LinkedHashMap<String, String>();
    row.put("id", "c" + i);
    row.put("first", "first" + (char) ('a' + i % 26) + (char) ('a' + i / 26));
    row.put("last", "name" + (char) ('a' + i * 7 % 26) + (char) ('a' + i / 3));
    row.put("born", "19%02d-%02d-%02d".formatted(30 + i, 1 + i % 12, 1 + i % 28));
    row.put("mail", "person" + i * 7919 + "@mail.example");
    row.put("who", "p" + i);
    return row;
  }

  private static SourceMapping mapping() {
    var columns = new LinkedHashMap<Field, Column>();
    columns.put(Field.of("givenName"), new Column("first"));
    columns.put(Field.of("surname"), new Column("last"));
    columns.put(Field.of("birthDate"), new Column("born"));
    columns.put(Field.of("email"), new Column("mail"));
    return new SourceMapping("", "id", columns);
  }
}
