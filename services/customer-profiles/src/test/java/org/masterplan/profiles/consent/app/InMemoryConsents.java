package org.masterplan.profiles.consent.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.masterplan.profiles.consent.domain.Consent;

/** A ledger of consent in memory. */
public final class InMemoryConsents implements Consents {
  private final Map<String, Consent> all = new TreeMap<>();
  private final Set<String> untold = new TreeSet<>();

  @Override
  public synchronized long add(Collection<Consent> consents) {
    long added = 0;
    for (var consent : consents) {
      if (all.putIfAbsent(consent.id(), consent) == null) {
        added++;
        if (consent.state() == Consent.State.WITHDRAWN) {
          untold.add(consent.id());
        }
      }
    }
    return added;
  }

  @Override
  public synchronized List<Consent> about(Collection<String> subjects) {
    return all.values().stream()
        .filter(c -> subjects.contains(c.subject()))
        .sorted(Comparator.comparing(Consent::time).reversed().thenComparing(Consent::id))
        .toList();
  }

  @Override
  public synchronized List<Consent> untold(Optional<Consent> after, int limit) {
    return untold.stream()
        .map(all::get)
        .filter(c -> after.isEmpty() || OLDEST_FIRST.compare(c, after.get()) > 0)
        .sorted(OLDEST_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Consent> untoldOf(Collection<Consent> some) {
    return some.stream()
        .filter(c -> untold.contains(c.id()))
        .distinct()
        .sorted(OLDEST_FIRST)
        .toList();
  }

  @Override
  public synchronized void told(Collection<Consent> consents) {
    consents.forEach(c -> untold.remove(c.id()));
  }

  @Override
  public synchronized void agreed(String purpose, String channel, Consumer<String> subject) {
    all.values().stream()
        .filter(c -> c.state() == Consent.State.GRANTED)
        .filter(c -> c.purpose().equals(purpose) && c.channel().equals(channel))
        .forEach(c -> subject.accept(c.subject()));
  }

  @Override
  public synchronized long erase(Collection<String> subjects) {
    var gone = about(subjects);
    gone.forEach(c -> all.remove(c.id()));
    gone.forEach(c -> untold.remove(c.id()));
    return gone.size();
  }
}
