package org.masterplan.governance.contact.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One contact that somebody wants to make.
 *
 * @param id names the wish: asking again with the same id is the same wish
 * @param time when it shall take place; null means now
 */
public record Ask(
    String id, Channel channel, MessageClass messageClass, @Nullable Instant time, Origin origin) {

  /**
   * Where the wish comes from.
   *
   * @param message format {@code messages/{message}}; empty if none is named
   * @param unit format {@code businessUnits/{unit}}; empty if none is named
   * @param closedToPromotion communities in the message's audience that are not for commerce
   * @param holdOut so many of a hundred of its audience are held out of the message
   */
  public record Origin(String message, String unit, Set<String> closedToPromotion, int holdOut) {
    /** No message behind it. */
    public static final Origin NONE = new Origin("", "", Set.of());

    /** Nobody is held out. */
    public Origin(String message, String unit, Set<String> closedToPromotion) {
      this(message, unit, closedToPromotion, 0);
    }

    public Origin {
      closedToPromotion = Set.copyOf(closedToPromotion);
    }
  }

  /** The same wish at a stated time. */
  public Ask at(Instant instant) {
    return new Ask(id, channel, messageClass, instant, origin);
  }

  /** When it takes place, {@code now} if nothing else was said. */
  public Instant timeOr(Instant now) {
    return time == null ? now : time;
  }

  /** Whether caps, consent and attention are about it. */
  public boolean limited() {
    return channel.personal() && !messageClass.owed();
  }
}
