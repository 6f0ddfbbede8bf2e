package org.masterplan.profiles;

import java.util.List;
import java.util.function.Consumer;
import org.masterplan.profiles.privacy.app.Holders;
import org.masterplan.profiles.privacy.app.OwnHoldings;
import org.masterplan.profiles.privacy.domain.OthersHandle;
import org.masterplan.profiles.privacy.domain.PersonKeys;
import org.masterplan.profiles.privacy.domain.Relocation;

/**
 * The registry stands in for every other service.
 *
 * @param refuseIfAway throws if the service of that name is away
 */
record OtherHolders(OwnHoldings own, Consumer<String> refuseIfAway) implements Holders {
  @Override
  public List<String> services() {
    return List.of("community-registry", "customer-profiles");
  }

  @Override
  public List<String> knowers() {
    return List.of("community-registry");
  }

  @Override
  public List<OthersHandle> others(String service, PersonKeys person) {
    return List.of();
  }

  @Override
  public long erase(String service, PersonKeys person, String reason) {
    refuseIfAway.accept(service);
    return service.equals("customer-profiles") ? own.erase(person, "service", reason) : 3;
  }

  @Override
  public List<String> followers() {
    return List.of();
  }

  @Override
  public void move(String service, Relocation relocation) {
    throw new AssertionError("nobody follows: " + service);
  }

  @Override
  public List<Holding> export(String service, PersonKeys person) {
    refuseIfAway.accept(service);
    return service.equals("customer-profiles") ? own.export(person) : List.of();
  }
}
