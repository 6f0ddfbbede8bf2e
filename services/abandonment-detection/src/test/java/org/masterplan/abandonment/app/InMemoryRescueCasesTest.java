package org.masterplan.abandonment.app;

class InMemoryRescueCasesTest extends RescueCasesContract {
  @Override
  protected RescueCases fresh() {
    return new InMemoryRescueCases();
  }
}
