package org.masterplan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.InvalidFields;

class ResourceNameTest {
  @Test
  void parse_keepsTheParentInTheCollection() {
    var name = ResourceName.parse("name", "communities/a1b/members", "communities/a1b/members/m-1");

    assertThat(name.id()).isEqualTo("m-1");
    assertThat(name).hasToString("communities/a1b/members/m-1");
  }

  @Test
  void parse_ofAnotherCollection_namesFieldValueAndExpectation() {
    assertThatThrownBy(() -> ResourceName.parse("community", "communities", "sources/x"))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e -> {
              assertThat(e.violations().getFirst().field()).isEqualTo("community");
              assertThat(e.violations().getFirst().about())
                  .containsEntry("value", "sources/x")
                  .containsEntry("expected", "communities/{id}");
            });
  }

  @Test
  void chosen_refusesWhatAPersonShouldNotChoose() {
    assertThatThrownBy(() -> ResourceName.chosen("community_id", "communities", "Mẹ Bỉm"))
        .isInstanceOf(InvalidFields.class);
  }
}
