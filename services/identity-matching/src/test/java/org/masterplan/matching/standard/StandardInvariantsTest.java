package org.masterplan.matching.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.masterplan.kernel.text.Texts;
import org.masterplan.matching.record.FieldType;
import org.masterplan.matching.record.Standardised;

/** What holds for every standard, whatever the text. */
@Tag("cap-133")
class StandardInvariantsTest {
  private static final List<String> NAME_WORDS =
      List.of(
          "Nguyễn",
          "Thị",
          "Văn",
          "Hồng",
          "Hoà",
          "hòa",
          "Mai",
          "Anh",
          "Lê",
          "Lệ",
          "Đỗ",
          "Trần",
          "Nguyen",
          "Thi",
          "Chu",
          "chị",
          "A.",
          "Mr",
          "Hoàng",
          "Huỳnh",
          "Mĩ",
          "Lan",
          "Minh",
          "Vũ",
          "Nguyn",
          "Th",
          "Hng",
          "John",
          "Smith",
          "O'Brien",
          "José",
          "Nguyeãn",
          "ThÞ",
          "Nguyá»…n",
          "Nguye^~n",
          "(x)",
          ",",
          "?",
          "Quý",
          "khách",
          "Ông",
          "bà",
          "Tôn",
          "Nữ",
          "Phạm-Lê");

  @Property
  void cap133_standardise_isIdempotent(@ForAll FieldType type, @ForAll("texts") String raw) {
    var standardiser = Standardisers.of(type, "");
    var once = standardiser.standardise(raw);
    var twice = standardiser.standardise(once.canonical());

    assertThat(once.raw()).isEqualTo(raw);
    assertThat(twice.canonical()).as(type + " of «" + raw + "»").isEqualTo(once.canonical());
  }

  @Property
  void cap133_standardise_composedOrNot_isOne(@ForAll FieldType type, @ForAll("names") String raw) {
    var composed = Normalizer.normalize(raw, Normalizer.Form.NFC);
    var parted = Normalizer.normalize(raw, Normalizer.Form.NFD);

    assertThat(canonical(type, parted)).isEqualTo(canonical(type, composed));
  }

  @Property
  void cap133_standardise_withoutEvidence_saysNothing(
      @ForAll FieldType type, @ForAll("texts") String raw) {
    Standardised value = Standardisers.of(type, "").standardise(raw);

    assertThat(value.canonical().isEmpty()).isEqualTo(!value.validity().evidence());
    assertThat(value.folded()).isEqualTo(Letters.fold(value.canonical()));
  }

  @Property
  void fold_isThatOfTheKernel(@ForAll("names") String raw) {
    assertThat(Letters.fold(raw)).isEqualTo(Texts.fold(raw));
  }

  private static String canonical(FieldType type, String raw) {
    return Standardisers.of(type, "").standardise(raw).canonical();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(names(), digits(), anything(), places(), addresses());
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(NAME_WORDS).list().ofMaxSize(6).map(words -> String.join(" ", words));
  }

  private static Arbitrary<String> digits() {
    return Arbitraries.strings().withChars("0123456789+-/. ()84").ofMaxLength(24);
  }

  private static Arbitrary<String> anything() {
    return Arbitraries.strings()
        .withCharRange(' ', '~')
        .withChars("ãáàÃ»…ÔÞåøÐðđĐ\u0301\u0323\u00a0\u200b\ufffd\ud83d\ude00ßİıﬁ")
        .ofMaxLength(30);
  }

  private static Arbitrary<String> places() {
    return Arbitraries.of(
        "TP. Hồ Chí Minh",
        "TP HCM",
        "tphcm",
        "Thanh Hoá",
        "Tỉnh Bà Rịa - Vũng Tàu",
        "P. 12",
        "Q.1",
        "Phường Bến Nghé",
        "Xã Tân Lập",
        "Công ty TNHH MTV Ánh Dương",
        "ABC Co., Ltd",
        "hanoi",
        "Thừa Thiên Huế",
        "12/5 Lê Lợi, P.3, Q. Gò Vấp, TP.HCM",
        "Nam",
        "Nữ",
        "female",
        "1.5",
        "1,5",
        "1.234.567,89",
        "no@email.com",
        "Lan.Nguyen+x@GMAIL.com; b@c.vn",
        "@lan_123",
        "N/A",
        "-");
  }

  private static Arbitrary<String> addresses() {
    return Combinators.combine(places(), places()).as((a, b) -> a + ", " + b);
  }
}
