package org.masterplan.profiles.identity.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of models must do. Subclasses supply a fresh, empty one. */
public abstract class ModelsContract {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  Models models;

  protected abstract Models models();

  @BeforeEach
  void fresh() {
    models = models();
  }

  static KeptModel model(long number, String text) {
    return new KeptModel(number, NOW, 500, text);
  }

  @Test
  void after_ofNothing_isEmpty() {
    assertThat(models.after(0)).isEmpty();
  }

  @Test
  void after_answersTheNewest_ifItIsNewer() {
    models.keep(model(1, "first"));
    models.keep(model(2, "second"));

    assertThat(models.after(0)).contains(model(2, "second"));
    assertThat(models.after(1)).contains(model(2, "second"));
    assertThat(models.after(2)).isEmpty();
  }

  @Test
  void keep_ofATakenOrPassedNumber_changesNothing() {
    assertThat(models.keep(model(2, "first"))).isTrue();

    assertThat(models.keep(model(2, "another"))).isFalse();
    assertThat(models.keep(model(1, "older"))).isFalse();
    assertThat(models.after(0)).contains(model(2, "first"));
  }

  @Test
  void after_answersAModelOfManyPeopleWhole() {
    var large = "\"0123456789abcdef\": [1.0E-4, 7], ".repeat(600_000);

    models.keep(model(1, large));

    assertThat(models.after(0)).contains(model(1, large));
  }

  @Test
  void aside_isWhatWasSetAsideLast_andNothingIsWeighedByIt() {
    models.setAside("a", model(1, "first"));
    models.setAside("a", model(2, "second"));
    models.setAside("b", model(3, "other"));

    assertThat(models.aside("a")).contains(model(2, "second"));
    assertThat(models.aside("c")).isEmpty();
    assertThat(models.after(0)).isEmpty();
  }

  @Test
  void drop_forgetsWhatWasSetAside_andNothingElse() {
    models.setAside("a", model(1, "first"));
    models.setAside("b", model(1, "other"));
    models.keep(model(1, "kept"));

    models.drop("a");

    assertThat(models.aside("a")).isEmpty();
    assertThat(models.aside("b")).contains(model(1, "other"));
    assertThat(models.after(0)).contains(model(1, "kept"));
  }

  @Test
  void keep_leavesWhatWasSetAside() {
    models.setAside("a", model(2, "aside"));
    models.keep(model(1, "first"));
    models.keep(model(2, "second"));
    models.keep(model(3, "third"));

    assertThat(models.aside("a")).contains(model(2, "aside"));
  }
}
