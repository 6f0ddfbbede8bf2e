package org.masterplan.matching.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.matching.record.Column;
import org.masterplan.matching.record.Field;

@Tag("cap-8")
class MappingYamlTest {
  private static final String GOOD =
      """
      sources:
        khach-hang:
          id: "Mã KH"
          fields:
            fullName: Họ và tên
            birthDate: {column: Ngày sinh, format: dd/MM/yyyy}
            "number:diem": "Điểm: tháng"
      default:
        fields:
          phone: {column: mobile, format: VN}
      """;

  @Test
  void cap008_read_takesSourcesAndDefault() {
    var file = MappingYaml.read(GOOD);
    var own = file.of("khach-hang").orElseThrow();
    var other = file.of("khac").orElseThrow();

    assertThat(own.idColumn()).isEqualTo("Mã KH");
    assertThat(own.columns())
        .containsEntry(Field.of("fullName"), new Column("Họ và tên"))
        .containsEntry(Field.of("birthDate"), new Column("Ngày sinh", "dd/MM/yyyy"))
        .containsEntry(Field.of("number:diem"), new Column("Điểm: tháng"));
    assertThat(other.source()).isEqualTo("khac");
    assertThat(other.columns()).containsEntry(Field.of("phone"), new Column("mobile", "VN"));
  }

  @Test
  void cap008_write_isReadBack() {
    var file = MappingYaml.read(GOOD);

    assertThat(MappingYaml.read(MappingYaml.write(file))).isEqualTo(file);
  }

  @Test
  void cap008_read_namesEverythingWrong_withItsLine() {
    var wrong =
        """
        sources:
          a:
            id: [x]
            fields:
              phoneNumber: mobile
              email: mail
              handle: mail
              birthDate: {column: dob, format: yesterday}
              surname: {colum: ho}
        extra: 1
        """;

    assertThat(violations(wrong))
        .extracting(v -> v.about().get("line") + " " + v.reason() + " " + v.field())
        .containsExactly(
            "3 MAPPING_WANTS_COLUMN sources.a.id",
            "5 MAPPING_FIELD_UNKNOWN sources.a.fields.phoneNumber",
            "7 MAPPING_COLUMN_REPEATED sources.a.fields.handle",
            "8 MAPPING_FORMAT sources.a.fields.birthDate.format",
            "9 MAPPING_KEY sources.a.fields.surname.colum",
            "9 MAPPING_WANTS_COLUMN sources.a.fields.surname.column",
            "10 MAPPING_KEY extra");
    assertThat(violations(wrong)).allSatisfy(v -> assertThat(v.about()).containsKey("expected"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "sources: [",
        "sources: {a: {fields: {phone: x}}",
        "- a\n- b",
        "just text",
        "sources: {}",
        "a: &a [*a]",
        "\u0000",
        "sources: {a: {fields: {phone: x, phone: y}}}",
        "!!java.net.URL [\"http://localhost\"]"
      })
  void cap008_read_refusesWhatIsNoMapping(String yaml) {
    assertThat(violations(yaml)).isNotEmpty();
  }

  @Test
  void everyReason_hasATextInBothLanguages() throws IOException {
    var reasons =
        List.of(
            "MAPPING_YAML",
            "MAPPING_KEY",
            "MAPPING_KEY_TWICE",
            "MAPPING_SHAPE",
            "MAPPING_WANTS_SOURCES",
            "MAPPING_WANTS_FIELDS",
            "MAPPING_WANTS_COLUMN",
            "MAPPING_WANTS_FORMAT",
            "MAPPING_FIELD_UNKNOWN",
            "MAPPING_COLUMN_REPEATED",
            "MAPPING_FORMAT");
    for (var language : List.of("en", "vi")) {
      var texts = new Properties();
      var all =
          MappingYaml.class
              .getClassLoader()
              .getResources("META-INF/masterplan/texts_" + language + ".properties");
      while (all.hasMoreElements()) {
        try (var in =
            new InputStreamReader(all.nextElement().openStream(), StandardCharsets.UTF_8)) {
          texts.load(in);
        }
      }
      assertThat(texts.stringPropertyNames()).as(language).containsAll(reasons);
    }
  }

  private static List<Violation> violations(String yaml) {
    var found = new java.util.concurrent.atomic.AtomicReference<List<Violation>>(List.of());
    assertThatThrownBy(() -> MappingYaml.read(yaml))
        .isInstanceOfSatisfying(InvalidFields.class, e -> found.set(e.violations()));
    return found.get();
  }
}
