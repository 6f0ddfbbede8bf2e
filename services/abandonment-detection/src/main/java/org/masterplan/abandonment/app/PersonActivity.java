package org.masterplan.abandonment.app;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.masterplan.abandonment.app.Activities.Presence;
import org.masterplan.kernel.text.PlatformWord;
import org.masterplan.kernel.text.Texts;

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

  /**
   * By which handles a person goes.
   *
   * @param own {@code platform:handle}, or a handle alone of which nobody says the platform
   * @param others {@code platform:handle} of those that are somebody else's there
   */
  public record Names(List<String> own, List<String> others) {
    /** Without those alone by which somebody else goes too: nobody can tell whose a row is. */
    public List<String> certain() {
      return own.stream().filter(h -> isOnPlatform(h) || !isOthers(h, "")).toList();
    }

    private boolean isOthers(String handle, String platform) {
      return others.stream().anyMatch(o -> isSame(o, platform + ":" + plain(handle)))
          // Nobody knows which of the two it is.
          || platform.isEmpty() && others.stream().anyMatch(o -> plain(o).equals(plain(handle)));
    }

    private static boolean isSame(String other, String account) {
      return (platform(other) + ":" + plain(other)).equals(account);
    }
  }

  /** Where a person was seen, by community; handles are {@code platform:handle}. */
  public List<Presence> find(List<String> handles) {
    return find(new Names(handles, List.of()));
  }

  private List<Presence> find(Names names) {
    var found = new TreeMap<String, Presence>();
    for (var handle : names.own()) {
      for (var presence : activities.presences(pseudonym(handle))) {
        if (isOn(handle, presence.community(), names)) {
          found.merge(presence.community(), presence, PersonActivity::both);
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** Forgets who did what; the acts stay, without anybody's name. Answers how many. */
  public long erase(Names names) {
    long erased = 0;
    for (var handle : names.own()) {
      for (var place : find(new Names(List.of(handle), names.others()))) {
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

  private boolean isOn(String handle, String community, Names names) {
    var known = registered.find(community).map(r -> r.platform()).orElse("");
    return isOnPlatform(handle)
        ? known.isEmpty() || known.equalsIgnoreCase(platform(handle))
        : !names.isOthers(handle, known.toLowerCase(Locale.ROOT));
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
    return PlatformWord.of(handle.substring(0, Math.max(0, handle.indexOf(':'))));
  }

  private static String plain(String handle) {
    var plain = Texts.canonical(handle.substring(handle.indexOf(':') + 1));
    return (plain.startsWith("@") ? plain.substring(1) : plain).toLowerCase(Locale.ROOT);
  }

  private static Presence both(Presence a, Presence b) {
    return new Presence(
        a.community(),
        a.events() + b.events(),
        a.first().isBefore(b.first()) ? a.first() : b.first(),
        a.last().isAfter(b.last()) ? a.last() : b.last());
  }
}
