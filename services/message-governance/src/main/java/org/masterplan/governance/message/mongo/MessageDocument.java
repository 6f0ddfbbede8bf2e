package org.masterplan.governance.message.mongo;

import java.time.Instant;
import java.util.Currency;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.masterplan.governance.contact.domain.Channel;
import org.masterplan.governance.contact.domain.MessageClass;
import org.masterplan.governance.message.app.MessageFields;
import org.masterplan.governance.message.domain.Audience;
import org.masterplan.governance.message.domain.Content;
import org.masterplan.governance.message.domain.Message;
import org.masterplan.governance.message.domain.Message.Hands;
import org.masterplan.governance.message.domain.Offer;
import org.masterplan.governance.message.domain.State;
import org.masterplan.kernel.Money;
import org.masterplan.kernel.text.Texts;

/** The stored shape of a message. Fields that lists filter by stand under their own names. */
final class MessageDocument {
  private MessageDocument() {}

  static Document write(Message message) {
    var content = message.content();
    var audience = content.audience();
    return new Document("title", content.title())
        .append("business_unit", content.unit())
        .append("message_class", content.messageClass().name())
        .append("channel", content.channel().name())
        .append("communities", audience.communities())
        .append("segments", audience.segments())
        .append("profile_filter", audience.profileFilter())
        .append("profiles", audience.profiles())
        .append("hold_out", audience.holdOut())
        .append("planned_time", date(content.plannedTime()))
        .append("text", content.text())
        .append("topic", content.topic())
        .append("offer", offer(content.offer()))
        .append("state", message.state().name())
        .append("submitter", message.hands().submitter())
        .append("approver", message.hands().approver())
        .append("reason", message.hands().reason())
        .append("decide_time", date(message.hands().decided()))
        .append("create_time", Date.from(message.created()))
        .append("update_time", Date.from(message.updated()));
  }

  /** Folded texts for search and order. */
  static Document keys(Message message) {
    return new Document("title", Texts.fold(message.content().title()))
        .append("topic", Texts.fold(message.content().topic()))
        .append("_words", MessageFields.words(message));
  }

  static Message read(String name, Document stored) {
    return new Message(
        name,
        content(stored),
        State.valueOf(stored.getString("state")),
        new Hands(
            stored.getString("submitter"),
            stored.getString("approver"),
            stored.getString("reason"),
            time(stored.getDate("decide_time"))),
        stored.getDate("create_time").toInstant(),
        stored.getDate("update_time").toInstant());
  }

  private static Content content(Document stored) {
    return new Content(
        stored.getString("title"),
        stored.getString("business_unit"),
        MessageClass.valueOf(stored.getString("message_class")),
        Channel.valueOf(stored.getString("channel")),
        new Audience(
            stored.getList("communities", String.class),
            stored.getList("segments", String.class),
            stored.getString("profile_filter"),
            stored.getList("profiles", String.class),
            stored.getInteger("hold_out", 0)),
        time(stored.getDate("planned_time")),
        stored.getString("text"),
        stored.getString("topic"),
        readOffer(stored.get("offer", Document.class)));
  }

  private static @Nullable Document offer(@Nullable Offer offer) {
    return offer == null
        ? null
        : new Document("line", offer.productLine())
            .append("minorUnits", offer.price().minorUnits())
            .append("currency", offer.price().currency().getCurrencyCode());
  }

  private static @Nullable Offer readOffer(@Nullable Document stored) {
    if (stored == null) {
      return null;
    }
    var currency = Currency.getInstance(stored.getString("currency"));
    return new Offer(stored.getString("line"), new Money(stored.getLong("minorUnits"), currency));
  }

  private static @Nullable Date date(@Nullable Instant instant) {
    return instant == null ? null : Date.from(instant);
  }

  private static @Nullable Instant time(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
