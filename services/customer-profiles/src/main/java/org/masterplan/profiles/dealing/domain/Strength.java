package org.masterplan.profiles.dealing.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * How close a person is to a community.
 *
 * <p>Ties are strong by how much is done together, how lately, and whether it goes both ways
 * (Granovetter 1973; intensity, recency and reciprocity are among the strongest signs of a tie in
 * Gilbert and Karahalios 2009). Each act counts {@code weight * 2^(-age / 90 days)}: an event 3, an
 * answer given or got 1.5, a post 1. The sum {@code a} is taken to {@code a / (a + 5)}, and that
 * times {@code 0.7 + 0.3 * r}, where {@code r} is twice the smaller of what was given and got over
 * both. So nobody reaches 1 by talking alone, and a person who stays away fades by half a season.
 */
public final class Strength {
  private static final double HALF_LIFE = Duration.ofDays(90).toSeconds();
  private static final double HALF_WAY = 5;
  private static final double ONE_SIDED = .7;

  private final Instant now;
  private double sum;
  private double given;
  private double received;
  private int events;
  private int posts;
  private int givenCount;
  private int receivedCount;
  private Instant last = Instant.EPOCH;

  private Strength(Instant now) {
    this.now = now;
  }

  /**
   * What a person did in a community, and what it comes to.
   *
   * @param strength 0-1
   * @param last when the person was last seen there
   */
  public record Tie(
      double strength, int events, int posts, int given, int received, Instant last) {}

  /** The ties of a person, by community. */
  public static Map<String, Tie> ties(Collection<Dealing> dealings, Instant now) {
    var ties = new TreeMap<String, Strength>();
    for (var dealing : dealings) {
      if (dealing.deed() instanceof Dealing.Deed.Act(var community, var kind)
          && !dealing.time().isAfter(now)) {
        ties.computeIfAbsent(community, _ -> new Strength(now)).add(kind, dealing.time());
      }
    }
    var found = new TreeMap<String, Tie>();
    ties.forEach((community, strength) -> found.put(community, strength.tie()));
    return found;
  }

  private void add(Dealing.Kind kind, Instant time) {
    double faded = Math.pow(2, -Duration.between(time, now).toSeconds() / HALF_LIFE);
    switch (kind) {
      case EVENT -> {
        events++;
        sum += 3 * faded;
      }
      case POST -> {
        posts++;
        sum += faded;
      }
      case GIVEN -> {
        givenCount++;
        given += faded;
        sum += 1.5 * faded;
      }
      case RECEIVED -> {
        receivedCount++;
        received += faded;
        sum += 1.5 * faded;
      }
    }
    last = time.isAfter(last) ? time : last;
  }

  private Tie tie() {
    double both = given + received;
    double reciprocity = both == 0 ? 0 : 2 * Math.min(given, received) / both;
    double strength = sum / (sum + HALF_WAY) * (ONE_SIDED + (1 - ONE_SIDED) * reciprocity);
    return new Tie(strength, events, posts, givenCount, receivedCount, last);
  }
}
