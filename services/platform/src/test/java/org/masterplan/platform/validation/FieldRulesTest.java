package org.masterplan.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.profiles.v1.ColumnMapping;
import org.masterplan.profiles.v1.DiscardResolutionRequest;
import org.masterplan.profiles.v1.EraseProfileRequest;
import org.masterplan.profiles.v1.FieldMapping;
import org.masterplan.registry.v1.CountMembersRequest;

class FieldRulesTest {
  @Test
  void check_refusesANulInAnyText_howeverDeep_andDoesNotQuoteIt() {
    var mapping =
        FieldMapping.newBuilder()
            .putFields("email", ColumnMapping.newBuilder().setColumn("ma\0il").build())
            .build();
    var asked = CountMembersRequest.newBuilder().addCommunities("a").addCommunities("b\0").build();

    var deep = catchThrowableOfType(InvalidFields.class, () -> new FieldRules().check(mapping));
    var listed = catchThrowableOfType(InvalidFields.class, () -> new FieldRules().check(asked));

    assertThat(deep.violations())
        .extracting(v -> v.field() + " " + v.reason())
        .containsExactly("fields[0].value.column TEXT_HOLDS_NUL");
    assertThat(deep.violations().getFirst().about()).containsOnlyKeys("field");
    assertThat(listed.violations()).extracting(Violation::field).containsExactly("communities[1]");
  }

  @Test
  void check_refusesAReasonOfNothingButSpace_whereOneHasToBeGiven() {
    var erase = EraseProfileRequest.newBuilder().setName("profiles/0000000000001");

    for (var blank : List.of(" ", "\t\n", "\u00a0 \u3000")) {
      var refused =
          catchThrowableOfType(
              InvalidFields.class, () -> new FieldRules().check(erase.setReason(blank).build()));
      assertThat(refused.violations())
          .extracting(v -> v.field() + " " + v.reason())
          .containsExactly("reason REQUIRED");
    }
    var discard = DiscardResolutionRequest.newBuilder().setName("resolutions/r-1").setEtag("1");
    assertThat(GivenReasons.check(discard.setReason(" ").build())).isEmpty();
    assertThat(GivenReasons.check(erase.setReason("request 17").build())).isEmpty();
  }

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
