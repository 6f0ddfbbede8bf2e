package org.masterplan.profiles.identity.app;

import java.util.Optional;

/** Models in memory. */
public final class InMemoryModels implements Models {
  private Optional<KeptModel> newest = Optional.empty();

  @Override
  public synchronized Optional<KeptModel> after(long number) {
    return newest.filter(model -> model.number() > number);
  }

  @Override
  public synchronized boolean keep(KeptModel model) {
    if (after(model.number() - 1).isPresent()) {
      return false;
    }
    newest = Optional.of(model);
    return true;
  }
}
