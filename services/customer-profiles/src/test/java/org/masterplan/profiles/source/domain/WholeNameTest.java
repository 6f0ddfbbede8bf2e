package org.masterplan.profiles.source.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeNameTest {
  /** An empty cell says nothing of that part. */
  @ParameterizedTest
  @CsvSource({
    "Nguyễn Thị Bưởi, Nguyễn, Thị, Bưởi, ",
    "Nguyễn Thị Bưởi, nguyễn, THỊ, bưởi, ",
    "Nguyễn Thị Ngọc Bưởi, Nguyễn, , Ngọc Bưởi, ",
    "Nguyễn Thị Ngọc Bưởi, , Thị Ngọc, , ",
    "Nguyễn Thị Bưởi, Nguyen, , , surname",
    "Nguyễn Thị Bưởi, Nguyễ, Th, ưởi, surname middleName givenName",
    "Nguyễn Thị Bưởi, Thị, Nguyễn, Thị, surname middleName givenName",
    "Nguyễn Thị Bưởi, , Bưởi, Nguyễn, middleName givenName",
    "Nguyễn Thị Bưởi, Nguyễn Thị, Thị, Bưởi, middleName",
    "Nguyễn Bưởi, Nguyễn Bưởi, , Bưởi, givenName",
    "Bưởi, , , Bưởi, ",
    "Bưởi, Bưởi, , , ",
    "Bưởi, , Bưởi, , middleName"
  })
  void missing_namesThePartsThatAreNotInTheirPlace(
      String whole, String surname, String middle, String given, String missing) {
    var parts = new LinkedHashMap<String, String>();
    put(parts, "surname", surname);
    put(parts, "middleName", middle);
    put(parts, "givenName", given);

    assertThat(WholeName.of(whole).missing(parts))
        .isEqualTo(missing == null ? List.of() : List.of(missing.split(" ")));
  }

  private static void put(LinkedHashMap<String, String> parts, String part, String value) {
    if (value != null) {
      parts.put(part, value);
    }
  }
}
