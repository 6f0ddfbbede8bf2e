package org.masterplan.governance.contact.app;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.masterplan.governance.contact.domain.Ask;
import org.masterplan.governance.contact.domain.Channel;
import org.masterplan.governance.contact.domain.ContactPoint;
import org.masterplan.governance.contact.domain.MessageClass;
import org.masterplan.governance.contact.domain.Person;
import org.masterplan.kernel.refusal.NotFound;

/** Decides contacts for those who ask by a profile, a phone number or an e-mail address. */
public final class Contacts {
  private final Ledger ledger;
  private final Consents consents;
  private final Origins origins;

  /** Whom to contact. */
  public sealed interface Who {
    /** By profile. */
    record Profile(String name) implements Who {}

    /** By contact point. */
    record Point(ContactPoint point) implements Who {}
  }

  /**
   * One wish as it is asked.
   *
   * @param message the message it is for, empty if none
   * @param unit the unit that asks, if no message is named
   * @param time null means now
   */
  public record Wish(
      String id,
      Who who,
      String message,
      String unit,
      MessageClass messageClass,
      Channel channel,
      @Nullable Instant time) {}

  /** What a named message says about a contact made for it. */
  public interface Origins {
    /** The message's own class and where it comes from; throws {@code NotFound}. */
    Origin of(String message);

    /** Class and origin of a message's contacts. */
    record Origin(MessageClass messageClass, Ask.Origin origin) {}
  }

  public Contacts(Ledger ledger, Consents consents, Origins origins) {
    this.ledger = ledger;
    this.consents = consents;
    this.origins = origins;
  }

  /** Decides; with {@code reserve}, holds what is granted. */
  public Decision decide(Wish wish, boolean reserve) {
    var ask = ask(wish);
    var person = person(wish.who());
    return reserve ? ledger.reserve(ask, person) : ledger.consider(ask, person);
  }

  private Ask ask(Wish wish) {
    if (wish.message().isEmpty()) {
      var origin = new Ask.Origin("", wish.unit(), Set.of());
      return new Ask(wish.id(), wish.channel(), wish.messageClass(), wish.time(), origin);
    }
    var origin = origins.of(wish.message());
    return new Ask(wish.id(), wish.channel(), origin.messageClass(), wish.time(), origin.origin());
  }

  private Person person(Who who) {
    return switch (who) {
      case Who.Profile(var name) ->
          consents.ofProfile(name).orElseThrow(() -> NotFound.named(name));
      case Who.Point(var point) ->
          consents
              .ofPoint(point)
              .map(p -> p.preferring(point))
              .orElseGet(() -> Person.unknown(point));
    };
  }
}
