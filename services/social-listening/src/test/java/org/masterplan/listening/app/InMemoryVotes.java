package org.masterplan.listening.app;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.masterplan.listening.domain.Handles;

/** Votes in memory. */
public final class InMemoryVotes implements Votes {
  private record Vote(String idea, String person) {}

  private final Set<Vote> kept = new LinkedHashSet<>();
  private Runnable behind = () -> {};

  @Override
  public synchronized boolean cast(String idea, String person) {
    return kept.add(new Vote(idea, person));
  }

  @Override
  public synchronized Map<String, Long> count(Collection<String> ideas) {
    return ideas.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                Function.identity(), i -> kept.stream().filter(v -> v.idea().equals(i)).count()));
  }

  @Override
  public synchronized void fold(String from, String into) {
    for (var vote : List.copyOf(kept)) {
      if (vote.idea().equals(from)) {
        kept.remove(vote);
        kept.add(new Vote(into, vote.person()));
      }
    }
  }

  @Override
  public synchronized List<String> voters(String handle) {
    return kept.stream()
        .map(Vote::person)
        .filter(person -> Handles.isOf(handle, person))
        .distinct()
        .toList();
  }

  /** The next time they are all read, this happens before the first is used. */
  public synchronized void onceRead(Runnable happens) {
    behind = happens;
  }

  @Override
  public synchronized void each(BiConsumer<String, String> use) {
    var read = List.copyOf(kept);
    var happens = behind;
    behind = () -> {};
    happens.run();
    read.forEach(vote -> use.accept(vote.idea(), vote.person()));
  }

  @Override
  public synchronized List<String> of(String person) {
    return kept.stream().filter(v -> v.person().equals(person)).map(Vote::idea).toList();
  }

  @Override
  public synchronized boolean withdraw(String idea, String person) {
    return kept.remove(new Vote(idea, person));
  }
}
