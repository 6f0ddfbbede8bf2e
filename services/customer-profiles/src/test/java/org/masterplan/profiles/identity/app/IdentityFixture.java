package org.masterplan.profiles.identity.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.exact.ExactMatching;
import org.masterplan.profiles.source.app.InMemoryRecords;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Identity over stores in memory. */
public final class IdentityFixture {
  public static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  public static final Identity.Steward LAN = new Identity.Steward("lan@data", "seen the papers");

  public final InMemoryJournal journal = new InMemoryJournal();
  public final InMemoryRecords records = new InMemoryRecords();
  private final AtomicLong profiles = new AtomicLong(1000);
  private final AtomicLong numbers = new AtomicLong();
  private final Function<People, Matching> matching;
  public final Identity identity;
  public final Succession succession;

  public IdentityFixture() {
    this(_ -> new ExactMatching());
  }

  /** With a matching that is made anew for each instance. */
  public IdentityFixture(Function<People, Matching> matching) {
    this.matching = matching;
    this.identity = reopened();
    this.succession = new Succession(identity);
  }

  /** Another instance over the same journal and records. */
  public Identity reopened() {
    var minting = new Identity.Minting(profiles::incrementAndGet, CLOCK);
    People people = use -> records.each("", record -> use.accept(Features.of(record)));
    var other = new Identity(journal, matching.apply(people), records, minting);
    other.open();
    return other;
  }

  /** A record of source {@code s}, with pairs of field and value. */
  public SourceRecord record(String id, String... pairs) {
    var values = new HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    return record(id, values);
  }

  SourceRecord record(String id, Map<String, String> values) {
    var name = new RecordName("s", id);
    var known = records.find(List.of(name)).get(name);
    var content = new SourceRecord.Content(values, values);
    var origin = new SourceRecord.Origin("profiles-1", 2, NOW, NOW);
    var record =
        known == null
            ? new SourceRecord(numbers.incrementAndGet(), name, 1, content, origin)
            : known.next(content, origin);
    records.store(List.of(record));
    return record;
  }

  public SourceRecord load(String id, String... pairs) {
    var record = record(id, pairs);
    identity.resolve(List.of(record), "loader");
    succession.learn();
    return record;
  }

  public String profileOf(SourceRecord record) {
    long id = identity.ask(r -> r.profileOf(record.number()));
    return id == Move.NONE ? "" : ProfileId.name(id);
  }

  String meaning(String name) {
    var id = identity.ask(r -> r.meaning(ProfileId.parse("name", name)));
    return id.isPresent() ? ProfileId.name(id.getAsLong()) : "";
  }

  public List<Long> split(String name, SourceRecord... apart) {
    var numbersApart = java.util.Arrays.stream(apart).mapToLong(SourceRecord::number).toArray();
    return identity.split(name, LongSet.of(numbersApart), LAN);
  }
}
