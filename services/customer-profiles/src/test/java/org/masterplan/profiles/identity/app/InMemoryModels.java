package org.masterplan.profiles.identity.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Models in memory. */
public final class InMemoryModels implements Models {
  private final Map<String, KeptModel> aside = new HashMap<>();
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

  @Override
  public synchronized void setAside(String name, KeptModel model) {
    aside.put(name, model);
  }

  @Override
  public synchronized Optional<KeptModel> aside(String name) {
    return Optional.ofNullable(aside.get(name));
  }

  @Override
  public synchronized void drop(String name) {
    aside.remove(name);
  }
}
