package org.masterplan.profiles.privacy.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.profiles.privacy.domain.Erasure;
import org.masterplan.profiles.privacy.domain.OthersHandle;
import org.masterplan.profiles.privacy.domain.PersonKeys;

/** Answers a person for all services: a request is complete only when every one has confirmed. */
public final class PrivacyDesk {
  private final Keyring keyring;
  private final Erasures erasures;
  private final Holders holders;
  private final Supplier<String> operations;
  private final Clock clock;

  /** Everything that is held. {@code missing}: services that did not answer. */
  public record Package(
      String profile, Map<String, List<Holders.Holding>> parts, List<String> missing) {}

  /** Whom to forget, why, and who asks for it. */
  public record Wish(String profile, String reason, String by) {}

  /** Where new operations come from. */
  public record Minting(Supplier<String> operations, Clock clock) {}

  public PrivacyDesk(Keyring keyring, Erasures erasures, Holders holders, Minting minting) {
    this.keyring = keyring;
    this.erasures = erasures;
    this.holders = holders;
    this.operations = minting.operations();
    this.clock = minting.clock();
  }

  /** Takes the wish down; {@link #proceed} carries it out. */
  public Erasure erase(Wish wish) {
    return erase(operations.get(), wish);
  }

  /** The same, under an id of the caller's; asked twice it is one erasure. */
  public Erasure erase(String id, Wish wish) {
    var person = keyring.toForget(wish.profile(), leaving());
    var erasure =
        new Erasure(
            id,
            person.profile(),
            person.keys(),
            new Erasure.Asked(wish.by(), wish.reason(), clock.instant()),
            List.of(),
            holders.services(),
            0,
            List.of());
    return erasures.begin(erasure.withOthers(person.others()));
  }

  /** Who is being forgotten now. */
  private List<String> leaving() {
    return erasures.waiting().stream().flatMap(e -> e.person().profiles().stream()).toList();
  }

  /** Asks every service that has still to confirm; those that are away are asked again later. */
  public Erasure proceed(Erasure erasure) {
    var away = new HashSet<String>();
    var now = learn(erasure, away);
    if (!away.isEmpty() && now.person().hasHandleAlone()) {
      // Whoever is away may know that it is somebody else's somewhere.
      return now;
    }
    for (var service : now.waiting()) {
      if (away.contains(service)) {
        continue;
      }
      try {
        long count = holders.erase(service, now.person(), erasure.id());
        now = now.confirm(service, count, clock.instant());
        erasures.put(now);
      } catch (Unavailable _) {
        // It stays among those waiting; the job asks again.
      }
    }
    return now;
  }

  /**
   * Which handles a service knows the person by that no record has: once it has forgotten, nobody
   * could tell the others.
   */
  private Erasure learn(Erasure erasure, Set<String> away) {
    var now = erasure;
    for (var service : holders.knowers()) {
      try {
        if (erasure.waiting().contains(service)) {
          now = now.withHandles(handles(holders.export(service, now.person())));
          now = now.withOthers(others(service, now.person()));
        }
      } catch (Unavailable _) {
        // It has to say so before it forgets.
        away.add(service);
      }
    }
    if (!now.equals(erasure)) {
      erasures.put(now);
    }
    return now;
  }

  private List<OthersHandle> others(String service, PersonKeys person) {
    return person.hasHandleAlone() ? holders.others(service, person) : List.of();
  }

  private static List<String> handles(List<Holders.Holding> holdings) {
    return holdings.stream().flatMap(holding -> holding.handle().stream()).toList();
  }

  /** The erasures that some service has still to confirm. */
  public List<Erasure> waiting() {
    return erasures.waiting();
  }

  public Optional<Erasure> find(String id) {
    return erasures.find(id);
  }

  /** Everything that every service holds. */
  public Package export(String profileName, boolean allowPartial) {
    var asked = keyring.toShow(profileName);
    var person = asked.keys();
    var parts = new LinkedHashMap<String, List<Holders.Holding>>();
    var missing = new ArrayList<String>();
    for (var service : holders.services()) {
      try {
        var held = holders.export(service, person);
        parts.put(service, held);
        person = person.withHandles(handles(held));
      } catch (Unavailable _) {
        missing.add(service);
      }
    }
    if (!missing.isEmpty() && !allowPartial) {
      throw new Unavailable("SERVICES_AWAY", Map.of("services", String.join(", ", missing)));
    }
    return new Package(asked.profile(), parts, missing);
  }
}
