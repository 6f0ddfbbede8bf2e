package org.masterplan.matching.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.masterplan.matching.record.FieldType;

/**
 * Cells that no pattern may look at whole: it would overflow the stack, or never come to an end.
 */
@Tag("cap-133")
class HugeValuesTest {
  private static final int LONGEST = 1000;

  private static final List<String> HUGE =
      List.of(
          "a.bb.".repeat(20_000) + "/x",
          "1990" + " ".repeat(900_000) + "x",
          "1990 " + "1:".repeat(200_000),
          "x".repeat(900_000),
          "0".repeat(300_000) + "." + "0".repeat(300_000) + "1",
          "9".repeat(300_000),
          "1,".repeat(200_000),
          "a@".repeat(200_000),
          "a@b.".repeat(100_000) + "vn",
          "(".repeat(300_000),
          "12/5A Lê Lợi, ".repeat(50_000),
          "e\u0301".repeat(200_000),
          "Nguyễn Thị ".repeat(50_000),
          "https://" + "a/".repeat(200_000),
          "@".repeat(300_000),
          "\n".repeat(300_000) + "1");

  static Stream<Arguments> cells() {
    return Arrays.stream(FieldType.values())
        .flatMap(type -> Stream.iterate(0, n -> n < HUGE.size(), n -> n + 1).map(n -> of(type, n)));
  }

  private static Arguments of(FieldType type, int number) {
    return Arguments.of(type, number);
  }

  @ParameterizedTest
  @MethodSource("cells")
  void cap133_hugeCell_isCutBeforeItIsRead(FieldType type, int number) {
    var value = Standardisers.of(type, "").standardise(HUGE.get(number));

    assertThat(value.canonical().length()).isLessThanOrEqualTo(LONGEST);
    assertThat(value.raw()).isSameAs(HUGE.get(number));
  }
}
