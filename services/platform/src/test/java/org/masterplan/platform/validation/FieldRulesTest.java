package org.masterplan.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.profiles.v1.ColumnMapping;
import org.masterplan.profiles.v1.FieldMapping;

class FieldRulesTest {
  @Test
  void check_namesTheEntryOfAMapThatIsWrong() {
    var mapping =
        FieldMapping.newBuilder()
            .putFields("email", ColumnMapping.newBuilder().setColumn("mail").build())
            .putFields("phone", ColumnMapping.getDefaultInstance())
            .build();

    var refused = catchThrowableOfType(InvalidFields.class, () -> new FieldRules().check(mapping));

    assertThat(refused.violations())
        .extracting(Violation::field)
        .containsExactly("fields.phone.column");
  }
}
