package org.masterplan.governance.contact.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.masterplan.governance.contact.domain.ContactPoint;
import org.masterplan.governance.contact.domain.Person;
import org.masterplan.kernel.refusal.Unavailable;

/** The profiles of a test; can be away. */
public final class InMemoryConsents implements Consents {
  private final Map<String, Person> all = new ConcurrentHashMap<>();
  private volatile boolean away;

  public void put(Person person) {
    all.put(person.profile(), person);
  }

  public void goAway() {
    away = true;
  }

  public void comeBack() {
    away = false;
  }

  @Override
  public Optional<Person> ofProfile(String profile) {
    return ofProfiles(List.of(profile)).stream().findFirst();
  }

  @Override
  public Optional<Person> ofPoint(ContactPoint point) {
    mustBeHere();
    var found = all.values().stream().filter(p -> p.points().contains(point)).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  @Override
  public List<Person> ofProfiles(List<String> profiles) {
    mustBeHere();
    return profiles.stream().filter(all::containsKey).map(all::get).toList();
  }

  private void mustBeHere() {
    if (away) {
      throw new Unavailable("PROFILES_AWAY", Map.of());
    }
  }
}
