package org.masterplan.profiles.profile.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Tells other services which profile their keys mean. */
public final class Resolving {
  private static final int KEYS_AT_ONCE = 250;

  /** A key that more records than this hold is a crowd's, and means nobody. */
  private static final int HOLDERS = 1000;

  private final Identity identity;
  private final Records records;

  /** Everything known of one person; empty texts are not known. */
  public record Keys(String record, String profile, String email, String phone, String handle) {
    private Optional<RecordName> recordName() {
      boolean named = record.startsWith("sources/") && record.contains("/records/");
      return named ? Optional.of(RecordName.parse("record", record)) : Optional.empty();
    }

    /** Strongest first. */
    private List<Key> keys() {
      var keys = new ArrayList<Key>();
      Key.of(Dictionary.EMAIL, email).ifPresent(keys::add);
      Key.of(Dictionary.PHONE, phone).ifPresent(keys::add);
      Key.of(Dictionary.HANDLE, handle).ifPresent(keys::add);
      // A handle may be written with its platform in front.
      Key.of(Dictionary.HANDLE, handle.substring(handle.indexOf(':') + 1)).ifPresent(keys::add);
      keys.removeIf(Key::placeholder);
      return keys;
    }
  }

  /** The answers in the order asked, empty where the keys mean nobody or several. */
  public record Answer(List<String> profiles, long journal) {}

  private record Known(
      Map<RecordName, SourceRecord> records, Map<Key, List<SourceRecord>> holders) {}

  public Resolving(Identity identity, Records records) {
    this.identity = identity;
    this.records = records;
  }

  /** Which profile each of these means. */
  public Answer resolve(List<Keys> asked) {
    var names = asked.stream().flatMap(keys -> keys.recordName().stream()).toList();
    var keys = new LinkedHashSet<Key>();
    asked.forEach(each -> keys.addAll(each.keys()));
    var known = new Known(records.find(names), holders(keys));
    return identity.ask(
        roster ->
            new Answer(
                asked.stream().map(each -> answer(each, known, roster)).toList(),
                roster.applied()));
  }

  private static String answer(Keys asked, Known known, Roster roster) {
    return asked
        .recordName()
        .flatMap(name -> Optional.ofNullable(known.records().get(name)))
        .flatMap(record -> profileOf(record, roster))
        .or(() -> meaning(asked.profile(), roster))
        .or(() -> holder(asked, known, roster))
        .orElse("");
  }

  private static Optional<String> holder(Keys asked, Known known, Roster roster) {
    for (var key : asked.keys()) {
      var profiles = new HashSet<String>();
      for (var record : known.holders().getOrDefault(key, List.of())) {
        profileOf(record, roster).ifPresent(profiles::add);
      }
      if (profiles.size() == 1) {
        return Optional.of(profiles.iterator().next());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> profileOf(SourceRecord record, Roster roster) {
    long profile = roster.profileOf(record.number());
    return profile == Move.NONE ? Optional.empty() : Optional.of(ProfileId.name(profile));
  }

  private static Optional<String> meaning(String name, Roster roster) {
    var id = ProfileId.read(name).map(roster::meaning);
    return id.isPresent() && id.get().isPresent()
        ? Optional.of(ProfileId.name(id.get().getAsLong()))
        : Optional.empty();
  }

  private Map<Key, List<SourceRecord>> holders(Set<Key> keys) {
    var holders = new HashMap<Key, List<SourceRecord>>();
    var all = List.copyOf(keys);
    for (int from = 0; from < all.size(); from += KEYS_AT_ONCE) {
      collect(all.subList(from, Math.min(from + KEYS_AT_ONCE, all.size())), holders);
    }
    return holders;
  }

  /** Asks for fewer keys at once until a crowd's key stands alone, so that it hides no other. */
  private void collect(List<Key> part, Map<Key, List<SourceRecord>> holders) {
    var found = records.holding(part, HOLDERS + 1);
    if (found.size() <= HOLDERS) {
      var asked = new HashSet<>(part);
      for (var record : found) {
        record.keys().stream()
            .filter(asked::contains)
            .forEach(k -> holders.computeIfAbsent(k, _ -> new ArrayList<>()).add(record));
      }
    } else if (part.size() > 1) {
      int half = part.size() / 2;
      collect(part.subList(0, half), holders);
      collect(part.subList(half, part.size()), holders);
    }
  }
}
