package org.masterplan.abandonment.app;

class InMemoryHealthsTest extends HealthsContract {
  @Override
  protected Healths fresh() {
    return new InMemoryHealths();
  }
}
