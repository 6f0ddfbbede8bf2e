package org.masterplan.profiles.privacy.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.masterplan.profiles.consent.app.Consents;
import org.masterplan.profiles.dealing.app.DealingMarks;
import org.masterplan.profiles.dealing.app.Dealings;
import org.masterplan.profiles.dealing.domain.Dealing;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.export.app.Recall;
import org.masterplan.profiles.export.domain.ProfileExport;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.privacy.domain.PersonKeys;
import org.masterplan.profiles.profile.app.Projection;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.request.app.PrivacyRequests;
import org.masterplan.profiles.request.domain.PrivacyRequest;
import org.masterplan.profiles.review.app.Reviews;
import org.masterplan.profiles.review.domain.Opinion;
import org.masterplan.profiles.review.domain.Review;
import org.masterplan.profiles.source.app.ErasedMarks;
import org.masterplan.profiles.source.app.GoneRecords;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.Tombstones;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** What this service itself holds about a person: records, consents, rows not taken. */
public final class OwnHoldings {
  private final Reading reading;
  private final Stores stores;
  private final Identity identity;
  private final Projection projection;

  /** Where it is held. */
  public record Stores(
      Records records,
      Consents consents,
      RejectedHoldings rejected,
      Tombstones tombstones,
      Erasures erasures,
      Reviews reviews,
      PrivacyRequests requests,
      Dealings dealings,
      Recall recall,
      Departures departures) {}

  /** How the databases are told whom to forget that the records came from. */
  public record Departures(GoneRecords gone, Clock clock) {
    void note(Collection<RecordName> names) {
      var now = clock.instant();
      gone.keep(names.stream().map(name -> new GoneRecords.Gone(name, now)).toList());
    }
  }

  public OwnHoldings(Reading reading, Stores stores, Identity identity, Projection projection) {
    this.reading = reading;
    this.stores = stores;
    this.identity = identity;
    this.projection = projection;
  }

  /** Everything held, oldest first. */
  public List<Holders.Holding> export(PersonKeys person) {
    var holdings = new ArrayList<Holders.Holding>();
    var found = records(person);
    found.values().forEach(record -> holdings.add(holding(record, "record", "")));
    stores
        .records()
        .versionsBefore(found.values())
        .forEach(old -> holdings.add(holding(old, "record-version", "#" + old.version())));
    holdings.addAll(stores.rejected().export(rejected(person, found)));
    for (var consent : stores.consents().about(subjects(person, found))) {
      var values = new LinkedHashMap<String, Object>();
      values.put("purpose", consent.purpose());
      values.put("channel", consent.channel());
      values.put("state", consent.state().name());
      values.put("evidence", consent.evidence());
      holdings.add(
          new Holders.Holding(consent.subject(), "consent", values, Optional.of(consent.time())));
    }
    for (var review : stores.reviews().about(numbers(found))) {
      review.opinions().forEach(opinion -> holdings.add(holding(review, opinion)));
    }
    for (var dealing : stores.dealings().about(subjects(person, found))) {
      holdings.add(holding(dealing));
    }
    stores.requests().about(person.profiles()).forEach(r -> holdings.add(holding(r)));
    stores.recall().of(person.profiles()).forEach(export -> holdings.add(holding(export)));
    holdings.sort(java.util.Comparator.comparing(h -> h.since().orElse(java.time.Instant.EPOCH)));
    return holdings;
  }

  /** What a steward said of the person's records, in the steward's words. */
  private static Holders.Holding holding(Review review, Opinion opinion) {
    var values = new LinkedHashMap<String, Object>();
    values.put("verdict", opinion.verdict().name());
    values.put("note", opinion.note());
    return new Holders.Holding(review.name(), "review", values, Optional.of(opinion.at()));
  }

  private static List<Long> numbers(Map<RecordName, SourceRecord> found) {
    return found.values().stream().map(SourceRecord::number).toList();
  }

  /** What the person asked before; it outlives them, for it holds no value of theirs. */
  private static Holders.Holding holding(PrivacyRequest request) {
    var values = new LinkedHashMap<String, Object>();
    values.put("kind", request.wish().kind().name());
    values.put("state", request.state().name());
    values.put("reference", request.wish().reference());
    values.put("reply", request.progress().reply());
    return new Holders.Holding(
        request.name().toString(),
        "privacy-request",
        values,
        Optional.of(request.wish().receivedAt()));
  }

  /** A file that the person left in; it outlives them, for whoever has it must be told. */
  private static Holders.Holding holding(ProfileExport export) {
    var values = new LinkedHashMap<String, Object>();
    values.put("contents", export.asked().contents().kind().name());
    if (!export.asked().contents().source().isEmpty()) {
      values.put("source", "sources/" + export.asked().contents().source());
    }
    values.put("purpose", export.asked().purpose());
    values.put("masked", Boolean.toString(export.asked().masked()));
    return new Holders.Holding(
        export.name().toString(), "export", values, Optional.of(export.createdAt()));
  }

  /** As its source says it, with what was set right here. */
  private static Holders.Holding holding(SourceRecord record, String kind, String version) {
    var values = new LinkedHashMap<String, Object>(record.content().raw());
    for (var field : new TreeSet<>(record.content().corrected().keySet())) {
      values.put("corrected." + field, record.values().getOrDefault(field, ""));
    }
    var since = Optional.of(record.origin().loadedAt());
    return new Holders.Holding(record.name() + version, kind, values, since);
  }

  private static Holders.Holding holding(Dealing dealing) {
    var values = new LinkedHashMap<String, Object>();
    var kind =
        switch (dealing.deed()) {
          case Dealing.Deed.Order(var amount) -> {
            values.put("amount", Long.toString(amount.minorUnits()));
            values.put("currency", amount.currency().getCurrencyCode());
            yield "order";
          }
          case Dealing.Deed.Rating(var share) -> {
            values.put("share", Double.toString(share));
            yield "rating";
          }
          case Dealing.Deed.Act(var community, var what) -> {
            values.put("community", community);
            values.put("what", what.name());
            yield "activity";
          }
        };
    return new Holders.Holding(dealing.subject(), kind, values, Optional.of(dealing.time()));
  }

  /**
   * Forgets the person. In an order that can be repeated after a crash at any point: note which
   * records there are, because once it is decided the profile does not lead to them any more; mark,
   * so that no load brings the records back; decide; delete.
   *
   * @param reason why; the id of the erasure, where there is one
   */
  public long erase(PersonKeys person, String actor, String reason) {
    var found = records(person);
    note(reason, found.keySet());
    var marks = new ArrayList<String>();
    var numbers = LongSet.of(numbers(found));
    found
        .values()
        .forEach(r -> marks.addAll(ErasedMarks.ofErased(r, key -> isAnothers(key, r, numbers))));
    var others = rejected(person, found);
    marks.addAll(stores.rejected().marks(others));
    marks.addAll(DealingMarks.ofKeys(person.emails(), person.handles()));
    stores.dealings().about(subjects(person, found)).forEach(d -> marks.add(DealingMarks.of(d)));
    stores.tombstones().mark(marks);
    stores.departures().note(found.keySet());
    var present = identity.ask(roster -> numbers.filter(n -> roster.profileOf(n) != Move.NONE));
    if (!present.isEmpty()) {
      identity.remove(present, new Identity.Steward(actor, reason));
      projection.catchUp();
    }
    long forgotten = stores.rejected().erase(others);
    forgotten += stores.consents().erase(subjects(person, found));
    forgotten += stores.reviews().erase(numbers(found));
    forgotten += stores.dealings().erase(subjects(person, found));
    return forgotten + stores.records().erase(found.values());
  }

  /** In the record's own source: a mark bars nobody in any other. */
  private boolean isAnothers(Key key, SourceRecord said, LongSet own) {
    var source = said.name().source();
    return stores.records().numbersHolding(key, source, own.size() + 1).stream()
        .anyMatch(number -> !own.contains(number));
  }

  private void note(String erasure, Set<RecordName> found) {
    var names = found.stream().map(RecordName::toString).toList();
    stores
        .erasures()
        .find(erasure)
        .filter(known -> !known.complete())
        .ifPresent(known -> stores.erasures().put(known.withRecords(names)));
  }

  private static RejectedHoldings.Person rejected(
      PersonKeys person, Map<RecordName, SourceRecord> found) {
    var names = new LinkedHashSet<>(found.keySet());
    person.records().forEach(name -> names.add(RecordName.parse("person.records", name)));
    return new RejectedHoldings.Person(person, names);
  }

  private Map<RecordName, SourceRecord> records(PersonKeys person) {
    var names = new LinkedHashSet<RecordName>();
    person.records().forEach(name -> names.add(RecordName.parse("person.records", name)));
    reading.all(person.profiles()).forEach(p -> p.records().forEach(r -> names.add(r.name())));
    return stores.records().find(names);
  }

  private static Set<String> subjects(PersonKeys person, Map<RecordName, SourceRecord> found) {
    var subjects = new LinkedHashSet<>(person.profiles());
    subjects.addAll(person.records());
    found.keySet().forEach(name -> subjects.add(name.toString()));
    return subjects;
  }
}
