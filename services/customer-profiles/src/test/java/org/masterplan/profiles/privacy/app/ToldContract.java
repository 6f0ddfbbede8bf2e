package org.masterplan.profiles.privacy.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every memory of what was told must do. Subclasses supply a fresh, empty one. */
public abstract class ToldContract {
  protected abstract Told told();

  @Test
  void upTo_remembersTheLastOfEachService_andNeverGoesBack() {
    var told = told();
    assertThat(told.upTo("a")).isZero();

    told.upTo("a", 7);
    told.upTo("a", 5);
    told.upTo("b", 2);

    assertThat(told.upTo("a")).isEqualTo(7);
    assertThat(told.upTo("b")).isEqualTo(2);
  }
}
