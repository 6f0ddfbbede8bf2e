package org.masterplan.matching.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.record.Schema;
import org.masterplan.matching.table.Table;

class ComparerTest {
  @Test
  void asManyFeaturesAsAPatternHolds_areCompared() {
    assertThat(new Comparer(new Table(numbers(21))).features()).isEqualTo(21);
  }

  @Test
  void moreFeaturesThanAPatternHolds_areRefused() {
    assertThatThrownBy(() -> Resolver.resolve(numbers(22), List.of()))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            refusal -> {
              var violation = refusal.violations().getFirst();
              assertThat(violation.reason()).isEqualTo("FEATURES_TOO_MANY");
              assertThat(violation.about()).containsEntry("value", "22");
              assertThat(violation.about()).containsEntry("expected", "21");
            });
  }

  @Test
  void placesOfLines_areComparedWhileThereIsRoom() {
    assertThat(new Table(withStreet(17)).columns()).hasSize(21);
    assertThat(new Table(withStreet(19)).columns()).hasSize(21);
    assertThat(new Comparer(new Table(withStreet(20))).features()).isEqualTo(21);
  }

  private static Schema withStreet(int count) {
    return Schema.of(
        Stream.concat(Stream.of("street"), IntStream.range(0, count).mapToObj(i -> "number:n" + i))
            .toArray(String[]::new));
  }

  private static Schema numbers(int count) {
    return Schema.of(
        IntStream.range(0, count).mapToObj(i -> "number:n" + i).toArray(String[]::new));
  }
}
