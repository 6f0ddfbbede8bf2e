package org.masterplan.governance.contact.app;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.masterplan.governance.contact.domain.Ask;
import org.masterplan.governance.contact.domain.Channel;
import org.masterplan.governance.contact.domain.ContactPoint;
import org.masterplan.governance.contact.domain.ContactRules;
import org.masterplan.governance.contact.domain.MessageClass;
import org.masterplan.governance.contact.domain.Person;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.WrongState;

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

    /** Throws {@code NotFound} if there is no such message. */
    void mustKnow(String message);

    /**
     * Class and origin of a message's contacts.
     *
     * @param approved whether the CMO office has allowed it and it was not given up since
     */
    record Origin(MessageClass messageClass, Ask.Origin origin, boolean approved) {}
  }

  public Contacts(Ledger ledger, Consents consents, Origins origins) {
    this.ledger = ledger;
    this.consents = consents;
    this.origins = origins;
  }

  /**
   * Decides; with {@code reserve}, holds what is granted. Nothing is granted for a message that is
   * not approved (capability 18).
   */
  public Decision decide(Wish wish, boolean reserve) {
    var person = person(wish.who());
    if (wish.message().isEmpty()) {
      var origin = new Ask.Origin("", wish.unit(), Set.of());
      return decide(ask(wish, wish.messageClass(), origin), person, reserve);
    }
    var origin = origins.of(wish.message());
    var ask = ask(wish, origin.messageClass(), origin.origin());
    return origin.approved()
        ? decide(ask, person, reserve)
        : ledger.consider(ask, person).refusedBy(ContactRules.APPROVED_MESSAGE);
  }

  /** Makes a reserved contact final, if the message it is for is still on the plan. */
  public Instant confirm(String id) {
    var message = ledger.find(id).ask().origin().message();
    if (!message.isEmpty() && !origins.of(message).approved()) {
      throw new WrongState("MESSAGE_NOT_APPROVED", Map.of("name", message));
    }
    return ledger.confirm(id);
  }

  /** Throws {@code NotFound} if there is no such message. */
  public void mustKnow(String message) {
    origins.mustKnow(message);
  }

  private Decision decide(Ask ask, Person person, boolean reserve) {
    return reserve ? ledger.reserve(ask, person) : ledger.consider(ask, person);
  }

  private static Ask ask(Wish wish, MessageClass messageClass, Ask.Origin origin) {
    return new Ask(wish.id(), wish.channel(), messageClass, wish.time(), origin);
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
