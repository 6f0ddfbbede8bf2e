package org.masterplan.profiles.source.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.source.domain.SourceRecord.Content;

/** What follows from a correction ends with it, and changes with what it follows from. */
class FollowingTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");

  @Test
  void keeping_aDayThatTheSourceSaysAnew_endsTheYear() {
    var right =
        said("birthDate", "1990-02-03", "birthYear", "1990")
            .corrected(Map.of("birthDate", "1991-02-03", "birthYear", "1991"), AT);

    var now = said("birthDate", "1990-02-13", "birthYear", "1990");

    assertThat(now.keeping(right)).isEqualTo(now);
  }

  @Test
  void keeping_aDayOfWhichTheSourceSaysNothingNew_keepsItsYear() {
    var right =
        said("birthYear", "1990")
            .corrected(Map.of("birthDate", "1991-02-03", "birthYear", "1991"), AT);

    var kept = said("birthYear", "1993", "email", "an@x.vn").keeping(right);

    assertThat(kept.values()).containsEntry("birthDate", "1991-02-03");
    assertThat(kept.values()).containsEntry("birthYear", "1991");
    assertThat(kept.corrected()).isEqualTo(Map.of("birthDate", "", "birthYear", "1993"));
    assertThat(kept.rightAt()).isEqualTo(Map.of("birthDate", AT, "birthYear", AT));
  }

  @Test
  void keeping_aYearThatWasSetRightByItself_endsWhereTheSourceSaysADay() {
    var right = said("birthYear", "1992").corrected(Map.of("birthYear", "1991"), AT);

    var now = said("birthDate", "1992-05-05", "birthYear", "1992");

    assertThat(said("birthYear", "1992", "email", "an@x.vn").keeping(right).values())
        .containsEntry("birthYear", "1991");
    assertThat(now.keeping(right)).isEqualTo(now);
  }

  @Test
  void keeping_aDayThatWasTakenAway_takesItsYearAlong() {
    var right =
        said("birthDate", "1990-02-03", "birthYear", "1990")
            .corrected(Map.of("birthDate", "", "birthYear", ""), AT);

    var same = said("birthDate", "1990-02-03", "birthYear", "1990", "email", "an@x.vn");
    var anew = said("birthDate", "1990-02-13", "birthYear", "1990");

    assertThat(same.keeping(right).values()).isEqualTo(Map.of("email", "an@x.vn"));
    assertThat(anew.keeping(right)).isEqualTo(anew);
  }

  @Test
  void keeping_aPartOfTheName_makesTheWholeNameOfWhatTheSourceSaysNow() {
    var right =
        said("surname", "Nguyên", "givenName", "An", "fullName", "Nguyên An")
            .corrected(Map.of("surname", "Nguyễn", "fullName", "Nguyễn An"), AT);

    var kept =
        said("surname", "Nguyên", "givenName", "Hoa", "fullName", "Nguyên Hoa").keeping(right);

    assertThat(kept.values()).containsEntry("fullName", "Nguyễn Hoa");
    assertThat(kept.corrected()).isEqualTo(Map.of("surname", "Nguyên", "fullName", "Nguyên Hoa"));
    assertThat(kept.rightAt()).isEqualTo(Map.of("surname", AT, "fullName", AT));
  }

  @Test
  void keeping_aPartThatTheSourceSaysAnew_endsTheWholeNameThatFollowed() {
    var right =
        said("surname", "Nguyễn Thi", "givenName", "An", "fullName", "Nguyễn Thi An")
            .corrected(Map.of("surname", "Nguyễn Thị", "fullName", "Nguyễn Thị An"), AT);

    var now =
        said(
            "surname",
            "Nguyễn",
            "middleName",
            "Thi",
            "givenName",
            "An",
            "fullName",
            "Nguyễn Thi An");

    assertThat(now.keeping(right)).isEqualTo(now);
  }

  @Test
  void keeping_aWholeNameOfItsOwn_leavesIt_whateverBecomesOfTheParts() {
    var right =
        said("givenName", "Hoa", "fullName", "Tran Hoa")
            .corrected(Map.of("givenName", "Hoà", "fullName", "Trần Hoà"), AT);

    var kept = said("givenName", "Hòa", "fullName", "Tran Hoa").keeping(right);

    assertThat(kept.values()).isEqualTo(Map.of("givenName", "Hòa", "fullName", "Trần Hoà"));
  }

  @Test
  void keeping_aWholeNameThatTheSourceSaysAnew_endsTheParts_thatWereSetRightInIt() {
    var together =
        said("fullName", "Nguyễn Thị Bưởi")
            .corrected(Map.of("surname", "Trần", "fullName", "Trần Thị Bưởi"), AT);
    var since = together.corrected(Map.of("givenName", "Bưởi"), AT.plusSeconds(9));
    var ofNothing = said("email", "an@x.vn").corrected(Map.of("surname", "Trần"), AT);
    var besideParts =
        said("surname", "Nguyên", "givenName", "An", "fullName", "Nguyên An")
            .corrected(Map.of("surname", "Nguyễn", "fullName", "Nguyễn Thị An"), AT);

    for (var right : List.of(together, since, ofNothing)) {
      var now = said("fullName", "Nguyễn Thị Bười");
      assertThat(now.keeping(right)).isEqualTo(now);
    }
    assertThat(said("fullName", "Nguyễn Thị Bưởi", "email", "an@x.vn").keeping(since).values())
        .containsEntry("surname", "Trần")
        .containsEntry("givenName", "Bưởi")
        .containsEntry("fullName", "Trần Thị Bưởi");
    var parts = said("surname", "Nguyên", "givenName", "Hoa", "fullName", "Nguyên Hoa");
    assertThat(parts.keeping(besideParts)).isEqualTo(parts);
    var before =
        said("surname", "Nguyên", "givenName", "An", "fullName", "Nguyên An")
            .corrected(Map.of("surname", "Nguyễn", "fullName", "Nguyễn An"), AT)
            .corrected(Map.of("fullName", "Nguyễn Thị An"), AT.plusSeconds(9));
    assertThat(parts.keeping(before).values())
        .isEqualTo(Map.of("surname", "Nguyễn", "givenName", "Hoa", "fullName", "Nguyễn Hoa"));
    var inParts = said("givenName", "Bười", "fullName", "Bười");
    assertThat(inParts.keeping(together)).isEqualTo(inParts);
  }

  @Test
  void keeping_whatTheSourceSaysAgain_changesNothing() {
    var said = said("surname", "Nguyên", "givenName", "An", "fullName", "Nguyên An");
    var right =
        said.corrected(Map.of("surname", "Nguyễn", "fullName", "Nguyễn An"), AT)
            .corrected(Map.of("birthDate", "1991-02-03", "birthYear", "1991"), AT.plusSeconds(9));

    assertThat(said.keeping(right)).isEqualTo(right);
    assertThat(right.asSaid()).isEqualTo(said);
  }

  @Test
  void corrected_toWhatTheSourceSays_isSetRightThen_untilTheSourceSaysSomethingNew() {
    var said = said("province", "Hà Nội", "email", "an@x.vn");
    var later = AT.plusSeconds(9);
    var right = said.corrected(Map.of("province", "Hà Nội"), AT);

    assertThat(right.rightAt()).isEqualTo(Map.of("province", AT));
    assertThat(right.corrected()).isEmpty();
    assertThat(right.corrected(Map.of("province", "Hà Nội"), later)).isEqualTo(right);
    assertThat(right.corrected(Map.of("province", "Huế"), AT).corrected(right.values(), later))
        .extracting(Content::rightAt)
        .isEqualTo(Map.of("province", later, "email", later));
    assertThat(said.keeping(right)).isEqualTo(right);
    assertThat(said("province", "Hà Nội", "email", "an@y.vn").keeping(right).rightAt())
        .isEqualTo(Map.of("province", AT));
    var anew = said("province", "Hà Nam", "email", "an@x.vn");
    assertThat(anew.keeping(right)).isEqualTo(anew);
    assertThat(right.asSaid()).isEqualTo(said);
  }

  @Test
  void corrected_toNothing_whereNothingIsSaid_changesNothing() {
    var said = said("province", "Hà Nội");

    assertThat(said.corrected(Map.of("email", ""), AT)).isEqualTo(said);
  }

  @Test
  void keeping_aPartOrADay_thatIsRightAsTheSourceSaysIt_changesNothing() {
    var name = said("surname", "Nguyễn", "givenName", "An", "fullName", "Nguyễn An");
    var birth = said("birthDate", "1990-02-03", "birthYear", "1990");
    var rightName = name.corrected(Map.of("surname", "Nguyễn"), AT);
    var rightBirth = birth.corrected(Map.of("birthDate", "1990-02-03", "birthYear", "1990"), AT);

    assertThat(name.keeping(rightName)).isEqualTo(rightName);
    assertThat(birth.keeping(rightBirth)).isEqualTo(rightBirth);
    assertThat(rightName.rightAt()).containsOnlyKeys("surname");
    var anew = said("birthDate", "1990-02-13", "birthYear", "1990");
    assertThat(anew.keeping(rightBirth)).isEqualTo(anew);
  }

  private static Content said(String... pairs) {
    var values = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    return new Content(values, Map.of());
  }
}
