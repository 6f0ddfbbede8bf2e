package org.masterplan.profiles.source.app;

class InMemoryPushMarksTest extends PushMarksContract {
  @Override
  protected PushMarks marks() {
    return new InMemoryPushMarks();
  }
}
