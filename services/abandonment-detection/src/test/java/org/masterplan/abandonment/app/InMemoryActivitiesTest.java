package org.masterplan.abandonment.app;

class InMemoryActivitiesTest extends ActivitiesContract {
  @Override
  protected Activities fresh() {
    return new InMemoryActivities();
  }
}
