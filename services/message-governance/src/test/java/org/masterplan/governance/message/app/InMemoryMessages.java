package org.masterplan.governance.message.app;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.masterplan.governance.message.domain.Message;
import org.masterplan.governance.message.domain.State;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;

/** The messages of a test: what every store must mean. */
public final class InMemoryMessages implements Messages {
  private record Row(Versioned value, long stamp) {}

  private final Map<String, Row> all = new ConcurrentHashMap<>();
  private final AtomicLong stamps = new AtomicLong();

  @Override
  public Optional<Versioned> find(String name) {
    return Optional.ofNullable(all.get(name)).map(Row::value);
  }

  @Override
  public void add(Message message, AuditEntry entry) {
    var row = new Row(new Versioned(message, 1), stamps.incrementAndGet());
    if (all.putIfAbsent(message.name(), row) != null) {
      throw AlreadyExists.named(message.name());
    }
  }

  @Override
  public void replace(Message next, long seen, AuditEntry entry) {
    var row = new Row(new Versioned(next, seen + 1), stamps.incrementAndGet());
    var stored =
        all.computeIfPresent(
            next.name(), (_, before) -> before.value().revision() == seen ? row : before);
    if (stored != row) {
      throw Stale.named(next.name());
    }
  }

  @Override
  public Slice<Versioned> list(Query query) {
    return MessageFields.MEANING.page(all.values().stream().map(Row::value).toList(), query);
  }

  @Override
  public List<Message> planned(Instant from, Instant until) {
    return all.values().stream()
        .map(r -> r.value().message())
        .filter(m -> m.state() != State.CANCELLED && within(m, from, until))
        .sorted(
            Comparator.comparing((Message m) -> m.content().plannedTime())
                .thenComparing(Message::name))
        .toList();
  }

  private static boolean within(Message message, Instant from, Instant until) {
    var time = message.content().plannedTime();
    return time != null && !time.isBefore(from) && time.isBefore(until);
  }

  @Override
  public long count(State state) {
    return all.values().stream().filter(r -> r.value().message().state() == state).count();
  }

  @Override
  public Changes changes(String token, int limit) {
    long after = token.isEmpty() ? 0 : Long.parseLong(token);
    var rows =
        all.values().stream()
            .filter(r -> r.stamp() > after)
            .sorted(Comparator.comparingLong(Row::stamp))
            .toList();
    var page = rows.stream().limit(limit).toList();
    var next = page.isEmpty() ? token : Long.toString(page.getLast().stamp());
    return new Changes(page.stream().map(Row::value).toList(), next, rows.size() > limit);
  }
}
