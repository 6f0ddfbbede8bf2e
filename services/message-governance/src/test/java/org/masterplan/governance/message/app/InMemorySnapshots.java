package org.masterplan.governance.message.app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The snapshots of a test: what every store must mean. */
public final class InMemorySnapshots implements Snapshots {
  private record Row(Head head, TreeSet<String> people) {}

  private final Map<String, Row> all = new ConcurrentHashMap<>();
  private int generations;

  /** How often a card, and how often people, were asked for. */
  public int headsAsked;

  public int peopleAsked;

  @Override
  public Head save(String message, Collection<String> people, Instant asOf) {
    var head = new Head(message, "g" + generations++, 0, people.size(), asOf);
    all.put(message, new Row(head, new TreeSet<>(people)));
    return head;
  }

  @Override
  public Optional<Head> head(String message) {
    headsAsked++;
    return Optional.ofNullable(all.get(message)).map(Row::head);
  }

  @Override
  public List<Head> heads(Collection<String> messages) {
    headsAsked++;
    return messages.stream().filter(all::containsKey).map(m -> all.get(m).head()).toList();
  }

  @Override
  public List<String> people(Head head) {
    peopleAsked++;
    var row = all.get(head.message());
    return row == null || !row.head().generation().equals(head.generation())
        ? List.of()
        : List.copyOf(row.people());
  }

  @Override
  public int move(String from, String to) {
    return change(from, people -> people.add(to));
  }

  @Override
  public int remove(String person) {
    return change(person, _ -> {});
  }

  private int change(String person, Consumer<TreeSet<String>> instead) {
    var touched = all.values().stream().filter(r -> r.people().contains(person)).toList();
    for (var row : touched) {
      row.people().remove(person);
      instead.accept(row.people());
      var head = row.head();
      var next =
          new Head(
              head.message(), head.generation(), head.edition() + 1, head.people(), head.asOf());
      all.put(head.message(), new Row(next, row.people()));
    }
    return touched.size();
  }
}
