package org.masterplan.profiles.identity.app;

class InMemoryModelsTest extends ModelsContract {
  @Override
  protected Models models() {
    return new InMemoryModels();
  }
}
