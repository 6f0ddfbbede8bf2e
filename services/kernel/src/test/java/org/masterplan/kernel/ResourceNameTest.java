package org.masterplan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
  void ofPart_isTheNameOfTheWhole() {
    var name = ResourceName.ofPart("name", "communities", "health", "communities/a1b/health");

    assertThat(name).hasToString("communities/a1b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "/health", "communities/health", "communities/a1b", "sources/a/health"})
  void ofPart_ofAnythingElse_namesFieldValueAndExpectation(String text) {
    assertThatThrownBy(() -> ResourceName.ofPart("name", "communities", "health", text))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e ->
                assertThat(e.violations().getFirst().about())
                    .containsEntry("value", text)
                    .containsEntry("expected", "communities/{id}/health"));
  }

  @Test
  void chosen_refusesWhatAPersonShouldNotChoose() {
    assertThatThrownBy(() -> ResourceName.chosen("community_id", "communities", "Mẹ Bỉm"))
        .isInstanceOf(InvalidFields.class);
  }
}
