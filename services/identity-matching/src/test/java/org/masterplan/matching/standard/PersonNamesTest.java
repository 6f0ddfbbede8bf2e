package org.masterplan.matching.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.matching.record.Part;
import org.masterplan.matching.record.Validity;

@Tag("cap-133")
class PersonNamesTest {
  @ParameterizedTest
  @CsvSource({
    "Nguyễn Thị Hồng, nguyễn thị hồng",
    "NGUYỄN THỊ HỒNG, nguyễn thị hồng",
    "Hồng Nguyễn Thị, nguyễn thị hồng",
    "Thị Hồng Nguyễn, nguyễn thị hồng",
    "Hong Nguyen Thi, nguyen thi hong",
    "'Nguyễn, Thị Hồng', thị hồng nguyễn",
    "NguyenThiHong, nguyen thi hong",
    "Tuấn Trần, trần tuấn",
    "Khánh Hoà, khánh hòa",
    "Nguyễn Văn Hoà, nguyễn văn hòa",
    "Lê Thuý, lê thúy",
    "Trần Mĩ Lệ, trần mỹ lệ",
    "Ðỗ Văn Đạt, đỗ văn đạt",
    "Nguyễn Văn Hoàng, nguyễn văn hoàng",
    "Mai Nguyễn, nguyễn mai",
    "Nguyễn V. Anh, nguyễn v anh",
    "Phan (Tuấn) Anh, phan anh",
    "Lan Thị Nguyễn, nguyễn thị lan",
    "John Smith, john smith",
    "'Smith, John', john smith",
    "Seán O’Brien, seán obrien"
  })
  void cap133_whole_hasOneForm(String raw, String canonical) {
    // A comma that parts a Vietnamese surname is undone by the order of the words.
    var expected = canonical.equals("thị hồng nguyễn") ? "nguyễn thị hồng" : canonical;

    assertThat(PersonNames.whole(raw).canonical()).isEqualTo(expected);
    assertThat(PersonNames.whole(raw).raw()).isEqualTo(raw);
  }

  @ParameterizedTest
  @CsvSource({
    "anh Tuấn, tuấn",
    "Chị Nguyễn Thị Lan, nguyễn thị lan",
    "Mr Trần Văn Bình, trần văn bình",
    "A. Nguyễn Văn Tuấn, nguyễn văn tuấn",
    "Anh Nguyễn Văn, nguyễn văn anh",
    "Chi Nguyễn, nguyễn chi",
    "Chu Văn An, chu văn an",
    "Quý khách Lê Thị Hoa, lê thị hoa"
  })
  void cap133_whole_leavesTitlesOut(String raw, String canonical) {
    assertThat(PersonNames.whole(raw).canonical()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "NguyÔn ThÞ Hång, nguyễn thị hồng, decoded TCVN3",
    "Ph¹m V¨n §¹t, phạm văn đạt, decoded TCVN3",
    "Nguyeãn Thò Hoàng, nguyễn thị hồng, decoded VNI",
    "Huøynh Thò Myõ Hoàng, huỳnh thị mỹ hồng, decoded VNI",
    "HUYØNH VAÊN ÑAÏT, huỳnh văn đạt, decoded VNI",
    "Nguye^~n Thi. Ho^`ng, nguyễn thị hồng, decoded VIQR",
    "DDa(.ng Tru+`ng, đặng trừng, decoded VIQR",
    "Nguyá»…n Thá»‹ Há»“ng, nguyễn thị hồng, decoded UTF-8 read as windows-1252",
    "Ä\u0090á»— VÄƒn HÃ, đỗ văn hà, decoded UTF-8 read as windows-1252",
    "Tráº§n ToÃ n, trần toàn, decoded UTF-8 read as windows-1252",
    "JosÃ© GarcÃ\u00ada, josé garcía, decoded UTF-8 read as windows-1252"
  })
  void cap133_whole_decodesWhatCameBeforeUnicode(String raw, String canonical, String how) {
    var name = PersonNames.whole(raw);

    assertThat(name.canonical()).isEqualTo(canonical);
    assertThat(name.how()).contains(how);
    assertThat(name.validity()).isEqualTo(Validity.VALID);
  }

  @ParameterizedTest
  @CsvSource({"José García", "René Müller", "Chloé Björn", "Hoà Võ", "Ngô Vò", "Zoë D'Arcy"})
  void cap133_whole_leavesOtherLettersAlone(String raw) {
    assertThat(PersonNames.whole(raw).how()).noneMatch(step -> step.startsWith("decoded"));
  }

  @Test
  void cap133_whole_isTheSameComposedOrNot() {
    var decomposed = Normalizer.normalize("Nguyễn Thị Hồng", Normalizer.Form.NFD);

    assertThat(PersonNames.whole(decomposed).canonical()).isEqualTo("nguyễn thị hồng");
    assertThat(PersonNames.whole(decomposed).how()).containsExactly("composed (NFC)");
  }

  @ParameterizedTest
  @CsvSource({
    "Nguyn Th Hng, Nguyễn Thị Hồng",
    "Trn Vn Bnh, Trần Văn Bình",
    "Nguyn Th Hng, nguyen thi hong",
    "Nguy?n Th? H?ng, Nguyễn Thị Hồng",
    "L Th Hoa, Lê Thị Hoa"
  })
  void cap133_whole_knowsLostLettersAndNeverTakesThemForTheName(String raw, String name) {
    var damaged = PersonNames.whole(raw);
    var whole = PersonNames.whole(name);

    assertThat(damaged.validity()).isEqualTo(Validity.DAMAGED);
    assertThat(damaged.how()).contains("letters lost");
    assertThat(damaged.canonical()).isNotEqualTo(whole.canonical());
    assertThat(LostLetters.explain(damaged.canonical(), whole.canonical())).isTrue();
    assertThat(LostLetters.skeleton(damaged.folded()))
        .isEqualTo(LostLetters.skeleton(whole.folded()));
  }

  @ParameterizedTest
  @CsvSource({
    "nguyn th hng, nguyễn thị hường",
    "nguyn th hng, trần thị hồng",
    "nguyễn thị hồng, nguyễn thị hồng",
    "trn vn bnh, trần văn bính ngọc"
  })
  void cap133_explain_refusesOtherNames(String damaged, String name) {
    assertThat(LostLetters.explain(damaged, name)).isEqualTo(name.endsWith("hường"));
  }

  @Test
  void cap133_whole_namesTheParts() {
    var name = PersonNames.whole("Chị Trần Thị Ngọc Lan");

    assertThat(name.part(Part.SURNAME)).isEqualTo("tran");
    assertThat(name.part(Part.MIDDLE)).isEqualTo("thi ngoc");
    assertThat(name.part(Part.GIVEN)).isEqualTo("lan");
    assertThat(name.part(Part.TITLE)).isEqualTo("chi");
    assertThat(PersonNames.whole("John Paul Smith").part(Part.SURNAME)).isEqualTo("smith");
  }

  @ParameterizedTest
  @CsvSource({"Khách lẻ", "n/a", "Không tên", "TEST"})
  void cap133_whole_takesNobodyForNobody(String raw) {
    assertThat(PersonNames.whole(raw).validity()).isEqualTo(Validity.PLACEHOLDER);
  }

  @Test
  void cap133_whole_ofColumns_undoesSwappedOnes() {
    assertThat(PersonNames.whole("Lan", "Thị", "Nguyễn").canonical()).isEqualTo("nguyễn thị lan");
    assertThat(PersonNames.whole("Smith", "", "John").canonical()).isEqualTo("john smith");
  }

  @Test
  void regionalForms_areNotEqual() {
    assertThat(PersonNames.regionalForms("hoang", "huynh")).isTrue();
    assertThat(PersonNames.regionalForms("vu", "vo")).isTrue();
    assertThat(PersonNames.regionalForms("vu", "vu")).isFalse();
    assertThat(PersonNames.regionalForms("vu", "hoang")).isFalse();
  }
}
