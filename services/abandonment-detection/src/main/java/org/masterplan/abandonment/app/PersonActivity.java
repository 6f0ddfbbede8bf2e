package org.masterplan.abandonment.app;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.masterplan.abandonment.app.Activities.Presence;

/** What is held about a person: where somebody of that handle was seen. */
public final class PersonActivity {
  private final Activities activities;
  private final RegisteredCommunities registered;
  private final Pseudonyms pseudonyms;
  private final JudgingHealth judging;

  public PersonActivity(
      Activities activities,
      RegisteredCommunities registered,
      Pseudonyms pseudonyms,
      JudgingHealth judging) {
    this.activities = activities;
    this.registered = registered;
    this.pseudonyms = pseudonyms;
    this.judging = judging;
  }

  /** Where a person was seen, by community; handles are {@code platform:handle}. */
  public List<Presence> find(List<String> handles) {
    var found = new TreeMap<String, Presence>();
    for (var handle : handles) {
      for (var presence : activities.presences(pseudonym(handle))) {
        if (isOn(platform(handle), presence.community())) {
          found.merge(presence.community(), presence, PersonActivity::both);
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** Forgets who did what; the acts stay, without anybody's name. Answers how many. */
  public long erase(List<String> handles) {
    long erased = 0;
    for (var handle : handles) {
      for (var place : find(List.of(handle))) {
        erased += activities.anonymise(pseudonym(handle), place.community());
        judging.judge(place.community());
      }
    }
    return erased;
  }

  /** The names under which these handles' rows are kept: staff's as staff's. */
  public List<String> pseudonyms(List<String> handles) {
    return handles.stream()
        .flatMap(
            handle ->
                isOnPlatform(handle)
                    ? Stream.of(pseudonym(handle))
                    : Stream.of(pseudonym(handle), Pseudonyms.STAFF + pseudonym(handle)))
        .toList();
  }

  private boolean isOn(String platform, String community) {
    var known = registered.find(community).map(r -> r.platform()).orElse("");
    return known.isEmpty() || platform.isEmpty() || known.equalsIgnoreCase(platform);
  }

  /** What a platform calls somebody is never a name of staff. */
  private String pseudonym(String handle) {
    return isOnPlatform(handle)
        ? pseudonyms.ofHandle(handle.substring(handle.indexOf(':') + 1))
        : pseudonyms.of(handle);
  }

  private static boolean isOnPlatform(String handle) {
    return handle.indexOf(':') >= 0;
  }

  private static String platform(String handle) {
    return handle.substring(0, Math.max(0, handle.indexOf(':'))).strip();
  }

  private static Presence both(Presence a, Presence b) {
    return new Presence(
        a.community(),
        a.events() + b.events(),
        a.first().isBefore(b.first()) ? a.first() : b.first(),
        a.last().isAfter(b.last()) ? a.last() : b.last());
  }
}
