package org.masterplan.governance.contact.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person as the profiles knew them when a contact was decided.
 *
 * @param profile format {@code profiles/{profile}}; empty for somebody unknown
 * @param points where they can be reached, best first
 * @param agreements what they said, in any order
 * @param journal number of the identity journal that the answer saw
 */
public record Person(
    String profile, List<ContactPoint> points, List<Agreement> agreements, long journal) {
  private static final Comparator<Agreement> LAST_WORD =
      Comparator.comparing(Agreement::since).thenComparing(a -> !a.granted());

  public Person {
    points = List.copyOf(points);
    agreements = List.copyOf(agreements);
  }

  /** Somebody of whom nothing but one contact point is known. */
  public static Person unknown(ContactPoint point) {
    return new Person("", List.of(point), List.of(), 0);
  }

  public boolean known() {
    return !profile.isEmpty();
  }

  /** The point that a channel would use. */
  public Optional<ContactPoint> point(Channel channel) {
    return points.stream().filter(p -> p.serves(channel.medium())).findFirst();
  }

  /** Whether the channel can reach them at all. */
  public boolean reachable(Channel channel) {
    return channel.medium() == Medium.NONE ? known() : point(channel).isPresent();
  }

  /** Silence is no consent; of several words the last one counts. */
  public boolean agreesTo(MessageClass messageClass, Channel channel) {
    return agreements.stream()
        .filter(a -> a.isAbout(messageClass.purposes(), channel))
        .max(LAST_WORD)
        .map(Agreement::granted)
        .orElse(false);
  }

  /** The same person, to be reached at {@code point} if it serves. */
  public Person preferring(ContactPoint point) {
    var others = points.stream().filter(p -> !p.equals(point));
    var all = Stream.concat(Stream.of(point), others).toList();
    return new Person(profile, all, agreements, journal);
  }
}
