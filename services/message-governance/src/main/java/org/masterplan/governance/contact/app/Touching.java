package org.masterplan.governance.contact.app;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.masterplan.governance.contact.domain.Channel;
import org.masterplan.governance.contact.domain.MessageClass;
import org.masterplan.governance.contact.domain.Reservation;

/**
 * Who has reached people (capability 4), summed up: whoever asks learns which units, channels and
 * communities it was, and not one contact by itself. What was only granted, or was given back, has
 * reached nobody.
 */
public final class Touching {
  private static final int PAGE = 1000;

  private static final Comparator<Touch> ORDER =
      Comparator.comparing((Touch t) -> t.by().profile())
          .thenComparing(t -> t.by().unit())
          .thenComparing(t -> t.by().channel())
          .thenComparing(t -> t.by().messageClass())
          .thenComparing(t -> String.join(" ", t.by().communities()));

  private final Reservations reservations;
  private final Function<String, List<String>> communities;

  /**
   * Whom, and who by what.
   *
   * @param communities that the messages were for, in order
   */
  public record By(
      String profile,
      String unit,
      Channel channel,
      MessageClass messageClass,
      List<String> communities) {}

  /** So many contacts. */
  public record Touch(By by, int contacts, Instant last) {
    private Touch and(Touch other) {
      var later = last.isAfter(other.last) ? last : other.last;
      return new Touch(by, contacts + other.contacts, later);
    }
  }

  /** {@code communities}: whom a message was for, by its name; none if it is not known. */
  public Touching(Reservations reservations, Function<String, List<String>> communities) {
    this.reservations = reservations;
    this.communities = communities;
  }

  /** Everybody who has reached one of the profiles since then, in order. */
  public List<Touch> of(Collection<String> profiles, Instant since) {
    var audiences = new HashMap<String, List<String>>();
    var touches = new HashMap<By, Touch>();
    reservations.confirmed(
        profiles,
        since,
        contact -> {
          var by = by(contact, audiences);
          var time = contact.ask().timeOr(contact.taken());
          touches.merge(by, new Touch(by, 1, time), Touch::and);
        });
    return touches.values().stream().sorted(ORDER).toList();
  }

  /**
   * Who got a message and who was held out of it, page by page. Who was granted it and withdrew
   * before it took place is neither.
   *
   * @param next where to go on; empty after the last
   */
  public record Drawn(List<String> reached, List<String> heldOut, String next) {}

  /** The readers of a message after {@code token}, which is empty at the beginning. */
  public Drawn drawn(String message, String token) {
    var page = reservations.ofMessage(message, token, PAGE);
    return new Drawn(
        profiles(page, Reservation.State.CONFIRMED),
        profiles(page, Reservation.State.HELD_OUT),
        page.size() < PAGE ? "" : page.getLast().id());
  }

  private static List<String> profiles(List<Reservation> page, Reservation.State state) {
    return page.stream()
        .filter(r -> r.state() == state && !r.profile().isEmpty())
        .map(Reservation::profile)
        .distinct()
        .toList();
  }

  private By by(Reservation contact, HashMap<String, List<String>> audiences) {
    var ask = contact.ask();
    var message = ask.origin().message();
    var meant =
        message.isEmpty()
            ? List.<String>of()
            : audiences.computeIfAbsent(
                message, m -> communities.apply(m).stream().sorted().toList());
    return new By(contact.profile(), ask.origin().unit(), ask.channel(), ask.messageClass(), meant);
  }
}
