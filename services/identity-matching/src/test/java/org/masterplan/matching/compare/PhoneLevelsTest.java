package org.masterplan.matching.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.explain.Explanation.Contribution;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;

/** An old landline that reads as a mobile of today says less of who it is than either. */
@Tag("cap-8")
class PhoneLevelsTest {
  /** Of Hồ Chí Minh before 2017, or a mobile of today; then surely the mobile, and the landline. */
  private static final String UNSURE = "0838251234";

  private static final String MOBILE = "0912345678";
  private static final String LANDLINE = "028 38251234";

  @Test
  void cap008_sureNumbers_areEqual() {
    assertThat(level(MOBILE, "+84 912 345 678")).isEqualTo("equal");
    assertThat(level(LANDLINE, "02838251234")).isEqualTo("equal");
  }

  @Test
  void cap008_unsureNumbers_areEqualToThemselves_andInOneReadingToSureOnes() {
    assertThat(level(UNSURE, UNSURE)).isEqualTo("equal");
    assertThat(level(UNSURE, LANDLINE)).isEqualTo("equal in one reading");
    assertThat(level(LANDLINE, UNSURE)).isEqualTo("equal in one reading");
  }

  @Test
  void cap008_unsureNumbers_weighLess() {
    assertThat(weight(UNSURE, LANDLINE)).isPositive().isLessThan(weight(MOBILE, MOBILE));
  }

  private static String level(String one, String other) {
    return found(one, other).level();
  }

  private static double weight(String one, String other) {
    var part = found(one, other);
    return part.weight() + part.tfAdjustment();
  }

  private static Contribution found(String one, String other) {
    var rows =
        List.of(
            new RawRecord("a", "1", List.of("Nguyễn Văn Hùng", one)),
            new RawRecord("b", "2", List.of("Nguyễn Văn Hùng", other)));
    var found = Resolver.resolve(Schema.of("fullName", "phone"), rows);
    return found.explaining().pair(0, 1).contributions().stream()
        .filter(part -> part.field().equals("phone"))
        .findFirst()
        .orElseThrow();
  }
}
