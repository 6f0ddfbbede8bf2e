package org.masterplan.profiles.profile.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.app.Link;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.profile.domain.Comparison;
import org.masterplan.profiles.profile.domain.GoldenRules;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.profile.domain.Survivorship;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.app.Sources;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Reads profiles: who is meant by a name or a key, and what is known of them. */
public final class Reading {
  /** A key that more profiles share than this means nobody. */
  static final int SHARED_BY = 10;

  private static final int HOLDERS = 300;
  private static final int MAX_PAIRS = 1000;
  private static final int MAX_EXPLAINED = 100;

  private final Identity identity;
  private final Records records;
  private final Sources sources;
  private final RecentTrust recentTrust;
  private final Recent<GoldenRules> rules;

  /** Whom a key means: the best match, and others who share it. */
  public record Found(Profile profile, List<String> also) {}

  /** Why records are one person. */
  public record Explanation(Profile profile, List<NamedLink> links, String method) {}

  /** A link between two records, by name. */
  public record NamedLink(RecordName left, RecordName right, Link link) {}

  /** Reading by the usual rules. */
  public Reading(Identity identity, Records records, Sources sources) {
    this(identity, records, sources, () -> GoldenRules.USUAL);
  }

  /**
   * Prepares reading.
   *
   * @param rules that are in force now; those of at most a second ago are gone by
   */
  public Reading(Identity identity, Records records, Sources sources, Supplier<GoldenRules> rules) {
    this.identity = identity;
    this.records = records;
    this.sources = sources;
    this.recentTrust = new RecentTrust(sources, System::nanoTime);
    this.rules = new Recent<>(rules, System::nanoTime);
  }

  /** What chooses values, by the trust and the rules of now. */
  public Survivorship survivorship() {
    return new Survivorship(trust(), rules.get());
  }

  /** What would choose values by those rules and the trust of now. */
  Survivorship survivorship(GoldenRules by) {
    return new Survivorship(trust(), by);
  }

  /** Other rules are in force: what is read from here on goes by them. */
  void rulesChanged() {
    rules.forget();
  }

  /** The profile of that name, perhaps under another one now. */
  public Profile get(String name) {
    long id = ProfileId.parse("name", name);
    var meaning = identity.ask(roster -> List.of(Meaning.of(id, roster)));
    return profiles(meaning, Map.of()).stream().findFirst().orElseThrow(() -> NotFound.named(name));
  }

  /** The profiles that these names mean, each once, in the order asked; nobody is left out. */
  public List<Profile> all(List<String> names) {
    var ids = names.stream().flatMap(n -> ProfileId.read(n).stream()).toList();
    return profiles(identity.ask(roster -> Meaning.of(ids, roster)), Map.of());
  }

  /** Whom each name of a profile or of a record means; names that mean nobody are left out. */
  public Map<String, Profile> meant(Collection<String> subjects) {
    var names = profileNames(subjects);
    var byName = new HashMap<String, Profile>();
    for (var profile : all(names.values().stream().distinct().toList())) {
      profile.names().forEach(name -> byName.put(name, profile));
    }
    var meant = new HashMap<String, Profile>();
    names.forEach((subject, name) -> meant.computeIfAbsent(subject, _ -> byName.get(name)));
    return meant;
  }

  /** The names by which those go now whom these names of profiles and records mean. */
  public Set<String> named(Collection<String> subjects) {
    var ids = new LinkedHashSet<Long>();
    profileNames(subjects).values().forEach(name -> ProfileId.read(name).ifPresent(ids::add));
    return identity.ask(
        roster ->
            Meaning.of(ids, roster).stream()
                .filter(meaning -> !meaning.gone())
                .map(Meaning::target)
                .collect(Collectors.toSet()));
  }

  /** The other names of each of these profiles. */
  public Map<String, List<String>> aliases(List<String> names) {
    var ids = names.stream().flatMap(name -> ProfileId.read(name).stream()).toList();
    return identity.known(
        roster ->
            Meaning.of(ids, roster).stream()
                .filter(meaning -> !meaning.gone() && !meaning.alias())
                .collect(Collectors.toMap(Meaning::name, Meaning::aliases, (a, _) -> a)));
  }

  /** The profile that each subject is about, by a name that it has or had. */
  private Map<String, String> profileNames(Collection<String> subjects) {
    var profiles = new HashMap<String, String>();
    var recordNames = new HashMap<RecordName, String>();
    for (var subject : subjects) {
      if (ProfileId.read(subject).isPresent()) {
        profiles.put(subject, subject);
      } else {
        recordNames.put(RecordName.parse("subject", subject), subject);
      }
    }
    var found = records.find(recordNames.keySet());
    var assigned = assignment(found.values());
    recordNames.forEach(
        (name, subject) ->
            Optional.ofNullable(found.get(name))
                .map(record -> assigned.get(record.number()))
                .ifPresent(profile -> profiles.put(subject, profile)));
    return profiles;
  }

  /**
   * The profiles among names that mean themselves, for their cards; {@code known} records are not
   * read again.
   */
  List<Profile> carded(List<Meaning> meanings, Map<Long, SourceRecord> known) {
    var own = meanings.stream().filter(meaning -> !meaning.alias()).toList();
    return own.isEmpty() ? List.of() : profiles(own, known);
  }

  /** How far sources are trusted has changed: what comes now goes by it. */
  public void trustChanged() {
    recentTrust.forget();
  }

  private ToIntFunction<String> trust() {
    var trust = sources.trust();
    return source -> trust.getOrDefault(source, 0);
  }

  /** Whom the key means. */
  public Found lookup(Key key) {
    return held(key.type(), key.placeholder() ? List.of() : records.numbersHolding(key, HOLDERS));
  }

  /** Whom keys of one type mean, of whose holders only some are meant. */
  public Found lookup(List<Key> keys, Predicate<SourceRecord> holder) {
    var holders = records.holding(keys, HOLDERS).stream().filter(holder);
    return held(keys.getFirst().type(), holders.map(SourceRecord::number).toList());
  }

  private Found held(String type, List<Long> holders) {
    var meant = identity.ask(roster -> Meaning.of(byProfile(holders, roster), roster));
    if (meant.size() > SHARED_BY) {
      throw new WrongState(
          "KEY_SHARED", Map.of("field", type, "count", Integer.toString(meant.size())));
    }
    return profiles(meant.stream().limit(1).toList(), Map.of()).stream()
        .findFirst()
        .map(profile -> new Found(profile, meant.stream().skip(1).map(Meaning::name).toList()))
        .orElseThrow(() -> new NotFound("KEY_UNKNOWN", Map.of("field", type)));
  }

  /** Whom the record is about. */
  public Profile lookup(RecordName name) {
    var record = records.find(List.of(name)).get(name);
    if (record == null) {
      throw NotFound.named(name.toString());
    }
    return get(profileOf(record.number(), name.toString()));
  }

  /** Why the profile's records are one person, strongest link first. */
  public Explanation explain(String name) {
    var profile = get(name);
    var some = profile.records().stream().limit(MAX_EXPLAINED).toList();
    var names = new HashMap<Long, RecordName>();
    some.forEach(record -> names.put(record.number(), record.name()));
    var links = new ArrayList<NamedLink>();
    for (var link : identity.links(some.stream().map(Features::of).toList())) {
      var left = names.get(link.left());
      var right = names.get(link.right());
      if (left != null && right != null) {
        links.add(new NamedLink(left, right, link));
      }
    }
    links.sort(Comparator.comparingDouble((NamedLink l) -> -l.link().weight()));
    return new Explanation(profile, links.stream().limit(MAX_PAIRS).toList(), identity.method());
  }

  /** How what two profiles say stands to each other. */
  public List<Comparison> compare(String name, String with) {
    return Comparison.of(said(get(name)), said(get(with)));
  }

  private static Map<String, String> said(Profile profile) {
    var said = new HashMap<String, String>();
    profile.values().forEach((field, value) -> said.put(field, value.value()));
    return said;
  }

  /** Whether one profile at most holds the key; a crowd's key is not taken for one's own. */
  public boolean alone(Key key) {
    return alone(key, Set.of());
  }

  /** The same, where these profiles do not count. */
  public boolean alone(Key key, Set<Long> aside) {
    var holders = records.numbersHolding(key, HOLDERS + 1);
    if (holders.size() > HOLDERS) {
      return false;
    }
    var profiles = identity.ask(roster -> byProfile(holders, roster));
    return profiles.stream().filter(id -> !aside.contains(id)).count() <= 1;
  }

  /**
   * The records of others than these profiles that hold any of the keys, with whose each is; empty
   * if a crowd does.
   */
  public Optional<Map<SourceRecord, String>> heldByOthers(
      Collection<Key> keys, Collection<String> besides) {
    var found = records.holding(keys, HOLDERS + 1);
    if (found.size() > HOLDERS) {
      return Optional.empty();
    }
    var whose = assignment(found);
    var held = new LinkedHashMap<SourceRecord, String>();
    for (var record : found) {
      var profile = whose.get(record.number());
      if (profile != null && !besides.contains(profile)) {
        held.put(record, profile);
      }
    }
    return Optional.of(held);
  }

  /** Whose the records are: first who has most of them, then who is oldest. */
  private static List<Long> byProfile(List<Long> records, Roster roster) {
    var count = new HashMap<Long, Integer>();
    records.forEach(number -> count.merge(roster.profileOf(number), 1, Integer::sum));
    count.remove(Move.NONE);
    return count.keySet().stream()
        .sorted(
            Comparator.comparingInt((Long id) -> -count.getOrDefault(id, 0))
                .thenComparingInt(roster::age))
        .toList();
  }

  private String profileOf(long record, String name) {
    long profile = identity.ask(roster -> roster.profileOf(record));
    if (profile == Move.NONE) {
      throw NotFound.named(name);
    }
    return ProfileId.name(profile);
  }

  /** By how far sources were trusted a second ago: somebody waits for it. */
  private List<Profile> profiles(List<Meaning> meanings, Map<Long, SourceRecord> known) {
    var wanted = new LinkedHashMap<String, Meaning>();
    for (var meaning : meanings) {
      if (!meaning.gone()) {
        wanted.putIfAbsent(meaning.target(), meaning);
      }
    }
    var found = records(wanted.values(), known);
    var survivorship = new Survivorship(recentTrust::of, rules.get());
    var profiles = new ArrayList<Profile>(wanted.size());
    for (var meaning : wanted.values()) {
      var own = own(meaning, found);
      if (!own.isEmpty()) {
        profiles.add(
            new Profile(
                meaning.target(),
                meaning.aliases(),
                survivorship.choose(own),
                own,
                meaning.journal()));
      }
    }
    return profiles;
  }

  private Map<Long, SourceRecord> records(
      Collection<Meaning> wanted, Map<Long, SourceRecord> known) {
    var found = new HashMap<>(known);
    var missing = new ArrayList<Long>();
    for (var meaning : wanted) {
      for (long number : meaning.records().toArray()) {
        if (!known.containsKey(number)) {
          missing.add(number);
        }
      }
    }
    if (!missing.isEmpty()) {
      found.putAll(records.findNumbers(missing));
    }
    return found;
  }

  private static List<SourceRecord> own(Meaning meaning, Map<Long, SourceRecord> found) {
    var own = new TreeMap<String, SourceRecord>();
    for (long number : meaning.records().toArray()) {
      var record = found.get(number);
      if (record != null) {
        own.put(record.name().key(), record);
      }
    }
    return List.copyOf(own.values());
  }

  /** Which profile each record is in now, by record number. */
  public Map<Long, String> assignment(Collection<SourceRecord> some) {
    return identity.ask(roster -> assignment(some, roster));
  }

  /** The same, as this instance has just decided it. */
  public Map<Long, String> decided(Collection<SourceRecord> some) {
    return identity.known(roster -> assignment(some, roster));
  }

  private static Map<Long, String> assignment(Collection<SourceRecord> some, Roster roster) {
    var assignment = new HashMap<Long, String>();
    for (var record : some) {
      long profile = roster.profileOf(record.number());
      if (profile != Move.NONE) {
        assignment.put(record.number(), ProfileId.name(profile));
      }
    }
    return assignment;
  }
}
