package org.masterplan.profiles.replacement.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.query.Query;
import org.masterplan.profiles.identity.app.Journal;
import org.masterplan.profiles.identity.domain.LongIndex;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.domain.GoldenRules;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.profile.domain.Value;
import org.masterplan.profiles.source.app.GoneRecords;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.SourceFields;
import org.masterplan.profiles.source.app.SourceRegister;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * What an old database is given back: whose each of its records is now, and what the plan knows
 * better. What another database says is given only if it was collected for all that this one was.
 */
public final class GiveBack {
  private static final int AT_ONCE = 200;
  private static final int DECISIONS = 500;
  private static final String NAME = "name";

  private final SourceRegister register;
  private final Held held;
  private final Plan plan;

  /** What is held of the database, and what no longer is. */
  public record Held(Records records, GoneRecords gone) {}

  /** Who is whom, since when, and by which rules values are chosen. */
  public record Plan(Reading reading, Journal journal, Supplier<GoldenRules> rules) {}

  /**
   * A value that the plan knows better.
   *
   * @param given what the database says; empty where it says nothing
   * @param value an empty one was taken away
   */
  public record Better(String field, String given, Value value) {}

  /**
   * One record of the database.
   *
   * @param withheld values that were collected for something else
   * @param told the numbers of the record and of those whose values are given
   */
  public record Line(
      RecordName record, String profile, List<Better> better, int withheld, List<Long> told) {}

  public GiveBack(SourceRegister register, Held held, Plan plan) {
    this.register = register;
    this.held = held;
    this.plan = plan;
  }

  /**
   * Every live record of the source, by id, some at a time.
   *
   * @param since only of persons of whom something may have changed from then on; empty: of all
   */
  public void each(ResourceName source, Optional<Instant> since, Consumer<List<Line>> use) {
    var writing = new Writing(register.get(source), since.map(this::changed).orElse(_ -> true));
    held.records().each(source.id(), record -> writing.add(record, use));
    writing.flush(use);
  }

  /** Records of the source that were erased, from then on if a time is given, some at a time. */
  public void gone(
      ResourceName source, Optional<Instant> since, Consumer<List<GoneRecords.Gone>> use) {
    var after = "";
    List<GoneRecords.Gone> page;
    do {
      page = held.gone().list(source.id(), after, AT_ONCE);
      if (!page.isEmpty()) {
        after = page.getLast().name().id();
        var back = held.records().find(page.stream().map(GoneRecords.Gone::name).toList());
        use.accept(
            page.stream()
                .filter(gone -> since.isEmpty() || !gone.at().isBefore(since.get()))
                .filter(gone -> !back.containsKey(gone.name()))
                .toList());
      }
    } while (page.size() == AT_ONCE);
  }

  /** Whether something of a person may have changed from then on, be it only what counts. */
  private Predicate<Profile> changed(Instant since) {
    if (weighsOtherwise(since)) {
      return _ -> true;
    }
    var touched = touchedSince(since);
    return profile ->
        !profile.updatedAt().isBefore(since)
            || profile.names().stream().anyMatch(n -> touched.find(ProfileId.parse(NAME, n)) >= 0);
  }

  /** Whether values are chosen, or given, by something else since then. */
  private boolean weighsOtherwise(Instant since) {
    if (plan.rules().get().setAt().filter(at -> !at.isBefore(since)).isPresent()) {
      return true;
    }
    var query = Query.first(SourceFields.DEFAULT, AT_ONCE);
    for (var page = register.list(query); ; page = register.list(query)) {
      if (page.items().stream().anyMatch(source -> source.isWeighedOtherwise(since))) {
        return true;
      }
      if (page.next().isEmpty()) {
        return false;
      }
      query = new Query(query.filter(), query.order(), query.size(), page.next());
    }
  }

  /** Profiles that decisions gave a record, or took one from, from then on; or left one anew. */
  private LongIndex touchedSince(Instant since) {
    var touched = new LongIndex();
    long number = lastBefore(since);
    for (var page = plan.journal().after(number, DECISIONS);
        !page.isEmpty();
        page = plan.journal().after(number, DECISIONS)) {
      for (var decision : page) {
        for (var move : decision.moves()) {
          touched.add(move.before());
          touched.add(move.after());
        }
      }
      number = page.getLast().number();
    }
    return touched;
  }

  /** The last decision before that time; decisions are in the order of their times. */
  private long lastBefore(Instant since) {
    long low = 0;
    long high = plan.journal().last();
    while (low < high) {
      long middle = (low + high) >>> 1;
      var decision = plan.journal().after(middle, 1).getFirst();
      if (decision.by().at().isBefore(since)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Works some records off at a time. */
  private final class Writing {
    private final Source own;
    private final Predicate<Profile> wanted;
    private final Map<String, Boolean> given = new HashMap<>();
    private final List<SourceRecord> batch = new ArrayList<>(AT_ONCE);

    Writing(Source own, Predicate<Profile> wanted) {
      this.own = own;
      this.wanted = wanted;
    }

    void add(SourceRecord record, Consumer<List<Line>> use) {
      batch.add(record);
      if (batch.size() == AT_ONCE) {
        flush(use);
      }
    }

    void flush(Consumer<List<Line>> use) {
      var assigned = plan.reading().assignment(batch);
      var profiles = new HashMap<String, Profile>();
      plan.reading()
          .all(List.copyOf(new TreeSet<>(assigned.values())))
          .forEach(profile -> profile.names().forEach(name -> profiles.put(name, profile)));
      var lines = new ArrayList<Line>(batch.size());
      for (var record : batch) {
        var profile = profiles.get(assigned.getOrDefault(record.number(), ""));
        if (profile != null && wanted.test(profile)) {
          lines.add(line(record, profile));
        }
      }
      use.accept(lines);
      batch.clear();
    }

    private Line line(SourceRecord record, Profile profile) {
      var better = new TreeMap<String, Better>();
      int withheld = 0;
      for (var entry : profile.values().entrySet()) {
        var said = record.saidBySource(entry.getKey());
        var value = entry.getValue();
        if (value.value().equals(said)) {
          continue;
        }
        if (isGiven(value.record().source())) {
          better.put(entry.getKey(), new Better(entry.getKey(), said, value));
        } else {
          withheld++;
        }
      }
      setRight(record, profile).forEach(own -> better.putIfAbsent(own.field(), own));
      var all = List.copyOf(better.values());
      return new Line(record.name(), profile.name(), all, withheld, told(record, profile, all));
    }

    /**
     * What was set right of the record itself: told also where it was taken away, and where what
     * counts instead is withheld; not where what counts is what the database says.
     */
    private static List<Better> setRight(SourceRecord record, Profile profile) {
      var own = new ArrayList<Better>();
      for (var corrected : record.content().corrected().entrySet()) {
        var field = corrected.getKey();
        var right = record.values().getOrDefault(field, "");
        var chosen = profile.values().get(field);
        if (right.isEmpty() || chosen == null || !chosen.value().equals(corrected.getValue())) {
          var at = record.saidAt(field);
          var value = new Value(right, record.name(), at, Value.Rule.CORRECTED, 1, List.of());
          own.add(new Better(field, corrected.getValue(), value));
        }
      }
      return own;
    }

    private static List<Long> told(SourceRecord record, Profile profile, List<Better> better) {
      var from = better.stream().map(each -> each.value().record()).collect(Collectors.toSet());
      return profile.records().stream()
          .filter(each -> each.number() == record.number() || from.contains(each.name()))
          .map(SourceRecord::number)
          .toList();
    }

    private boolean isGiven(String from) {
      return given.computeIfAbsent(from, this::wasCollectedForTheSame);
    }

    private boolean wasCollectedForTheSame(String from) {
      if (from.equals(own.name().id())) {
        return true;
      }
      var purposes = own.description().purposes();
      var other = register.get(new ResourceName("sources", from));
      return !purposes.isEmpty() && other.description().purposes().containsAll(purposes);
    }
  }
}
