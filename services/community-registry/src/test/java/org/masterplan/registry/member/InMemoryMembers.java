package org.masterplan.registry.member;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.query.Value;
import org.masterplan.registry.member.app.Members;
import org.masterplan.registry.member.domain.Keys;
import org.masterplan.registry.member.domain.Member;
import org.masterplan.registry.member.domain.Participation;

/** Members in memory. */
public final class InMemoryMembers implements Members {
  private static final Queryable<Member> MEANING =
      new Queryable<>(m -> m.name().toString(), InMemoryMembers::values, member -> List.of());
  private static final Comparator<Member> OLDEST =
      Comparator.comparing((Member m) -> m.joined().orElse(Instant.EPOCH))
          .thenComparing(m -> m.name().toString());

  private final Map<String, Member> stored = new TreeMap<>();
  private final Map<String, Long> moved = new HashMap<>();
  private final Map<String, Count> counts = new TreeMap<>();

  @Override
  public synchronized Map<String, Member> find(Collection<String> names) {
    var found = new HashMap<String, Member>();
    names.stream().filter(stored::containsKey).forEach(n -> found.put(n, stored.get(n)));
    return found;
  }

  @Override
  public synchronized void put(List<Member> members) {
    for (var member : members) {
      stored.merge(
          member.name().toString(),
          member,
          (before, next) -> next.isKnown() ? next : next.known(before.profile()));
    }
  }

  @Override
  public synchronized Slice<Member> page(Query query) {
    return MEANING.page(stored.values(), query);
  }

  @Override
  public List<Member> joined(String community, String after, int limit) {
    return list(
        m -> of(m, community, Participation.JOINED) && m.name().toString().compareTo(after) > 0,
        Comparator.comparing(m -> m.name().toString()),
        limit);
  }

  @Override
  public List<Member> waiting(String community, int limit) {
    return list(m -> of(m, community, Participation.WAITING), OLDEST, limit);
  }

  @Override
  public List<Member> ofProfiles(Collection<String> profiles) {
    return list(m -> profiles.contains(m.profile()), OLDEST, Integer.MAX_VALUE);
  }

  @Override
  public List<Member> ofHandles(Collection<String> handles) {
    var plain = handles.stream().map(Keys::plain).toList();
    return list(
        m -> !m.keys().handle().isEmpty() && plain.contains(Keys.plain(m.keys().handle())),
        OLDEST,
        Integer.MAX_VALUE);
  }

  @Override
  public List<Member> ofTokens(Collection<String> tokens) {
    return list(
        m -> m.keys().tokens().stream().anyMatch(tokens::contains), OLDEST, Integer.MAX_VALUE);
  }

  @Override
  public List<Member> unknown(String after, int limit) {
    return list(
        m -> !m.isKnown() && m.name().toString().compareTo(after) > 0,
        Comparator.comparing(m -> m.name().toString()),
        limit);
  }

  @Override
  public synchronized void recognise(Map<String, String> profilesByName) {
    profilesByName.forEach((name, p) -> stored.computeIfPresent(name, (n, m) -> m.known(p)));
  }

  @Override
  public synchronized long move(Collection<String> names, Move move) {
    long count = 0;
    for (var name : names) {
      var member = stored.get(name);
      if (member != null
          && member.profile().equals(move.from())
          && moved.getOrDefault(name, Long.MIN_VALUE) < move.journal()) {
        stored.put(name, member.known(move.to()));
        moved.put(name, move.journal());
        count++;
      }
    }
    return count;
  }

  @Override
  public synchronized long erase(Collection<String> names) {
    return names.stream().filter(n -> stored.remove(n) != null).count();
  }

  @Override
  public synchronized void recount(String community) {
    var taking =
        stored.values().stream().filter(m -> of(m, community, Participation.JOINED)).toList();
    long known = taking.stream().filter(Member::isKnown).count();
    counts.put(community, new Count(community, taking.size(), known));
  }

  @Override
  public synchronized List<Count> counts(Collection<String> communities) {
    return counts.values().stream()
        .filter(c -> communities.isEmpty() || communities.contains(c.community()))
        .toList();
  }

  private synchronized List<Member> list(
      Predicate<Member> matching, Comparator<Member> order, int limit) {
    return stored.values().stream().filter(matching).sorted(order).limit(limit).toList();
  }

  private static boolean of(Member member, String community, Participation state) {
    return member.community().equals(community) && member.state() == state;
  }

  private static List<Value> values(Member member, Field field) {
    return switch (field.name()) {
      case "community" -> text(member.community());
      case "state" -> text(member.state().name());
      case "profile" -> text(member.profile());
      case "handle" -> text(member.keys().handle());
      case "join_time" -> member.joined().<Value>map(Value.Time::new).stream().toList();
      default -> throw new IllegalArgumentException(field.name());
    };
  }

  private static List<Value> text(String text) {
    return text.isEmpty() ? List.of() : List.of(new Value.Text(text));
  }
}
