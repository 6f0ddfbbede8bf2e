package org.masterplan.profiles.touch.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.domain.Share;
import org.masterplan.profiles.touch.domain.Spread;

/** How many people are touched by how many units, found out on people drawn by chance. */
public final class Surveying {
  /** So many people are looked at; 0.5 of them is known within 3.1 percentage points. */
  static final int LOOKED_AT = 1000;

  private static final int AT_ONCE = 200;

  /** For so long nobody is asked again who was away. */
  private static final Duration AWAY = Duration.ofSeconds(5);

  private final Fragmenting fragmenting;
  private final Reading reading;
  private final Identity identity;
  private final Clock clock;
  private final Lasting<Boolean, Found> lasting;

  /**
   * What was found out.
   *
   * @param bands empty where a service was away
   * @param sampled people who were looked at
   * @param people of how many they were drawn
   */
  public record Found(
      Map<Spread.Band, Share> bands,
      long sampled,
      long people,
      List<String> missing,
      Instant since,
      Instant asOf) {}

  /**
   * @param stands for how long what was found out is answered again; that a service was away, for
   *     some seconds at most
   */
  public Surveying(
      Fragmenting fragmenting, Reading reading, Identity identity, Clock clock, Duration stands) {
    this.fragmenting = fragmenting;
    this.reading = reading;
    this.identity = identity;
    this.clock = clock;
    var away = stands.compareTo(AWAY) < 0 ? stands : AWAY;
    lasting = new Lasting<>(found -> found.missing().isEmpty() ? stands : away, clock);
  }

  /** What is known; whoever asks while it is found out is answered what was known last. */
  public Found found() {
    return lasting.of(true, this::lookedAt);
  }

  private Found lookedAt() {
    var everybody = identity.ask(roster -> LongSet.of(roster.live()));
    var names =
        Arrays.stream(everybody.drawn(LOOKED_AT, clock.millis()).toArray())
            .mapToObj(ProfileId::name)
            .toList();
    var remembering = fragmenting.remembering();
    var spread = new Spread();
    long sampled = 0;
    for (var part : parts(names)) {
      var found = remembering.of(reading.all(part));
      if (!found.missing().isEmpty()) {
        return new Found(
            Map.of(), 0, everybody.size(), found.missing(), found.since(), found.asOf());
      }
      found.people().values().forEach(person -> spread.add(person.units().size()));
      sampled += found.people().size();
    }
    var now = clock.instant();
    var since = now.minus(Fragmenting.WINDOW);
    return new Found(
        shares(spread, sampled, everybody.size()),
        sampled,
        everybody.size(),
        List.of(),
        since,
        now);
  }

  private static Map<Spread.Band, Share> shares(Spread spread, long sampled, long people) {
    var shares = new LinkedHashMap<Spread.Band, Share>();
    Spread.bands()
        .forEach(band -> shares.put(band, new Share(spread.people(band), sampled, people)));
    return shares;
  }

  private static List<List<String>> parts(List<String> all) {
    var parts = new ArrayList<List<String>>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      parts.add(all.subList(from, Math.min(from + AT_ONCE, all.size())));
    }
    return parts;
  }
}
