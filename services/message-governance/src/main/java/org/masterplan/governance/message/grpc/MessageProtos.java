package org.masterplan.governance.message.grpc;

import static org.masterplan.governance.contact.grpc.ContactProtos.channel;
import static org.masterplan.governance.contact.grpc.ContactProtos.instant;
import static org.masterplan.governance.contact.grpc.ContactProtos.messageClass;
import static org.masterplan.governance.contact.grpc.ContactProtos.required;
import static org.masterplan.governance.contact.grpc.ContactProtos.timestamp;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.masterplan.governance.message.app.ContactOperations;
import org.masterplan.governance.message.app.Versioned;
import org.masterplan.governance.message.domain.Audience;
import org.masterplan.governance.message.domain.Content;
import org.masterplan.governance.message.domain.Offer;
import org.masterplan.governance.message.domain.Reach;
import org.masterplan.governance.v1.Message;
import org.masterplan.governance.v1.Message.Contacts;
import org.masterplan.kernel.Money;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.platform.money.MoneyMessage;
import org.masterplan.platform.page.Etags;

/** Messages as the contract writes them. */
final class MessageProtos {
  private MessageProtos() {}

  static Content content(Message sent) {
    return new Content(
        sent.getTitle(),
        sent.getBusinessUnit().isEmpty()
            ? ""
            : name("message.business_unit", "businessUnits", sent.getBusinessUnit()),
        required("message.message_class", messageClass(sent.getMessageClass())),
        required("message.channel", channel(sent.getChannel())),
        audience(sent.getAudience()),
        sent.hasPlannedTime() ? instant(sent.getPlannedTime()) : null,
        sent.getText(),
        sent.getTopic(),
        sent.hasOffer() ? offer(sent.getOffer()) : null);
  }

  private static Audience audience(Message.Audience sent) {
    return new Audience(
        sent.getCommunitiesList().stream()
            .map(c -> name("message.audience.communities", "communities", c))
            .toList(),
        sent.getSegmentsList().stream()
            .map(s -> name("message.audience.segments", "segments", s))
            .toList(),
        sent.getProfileFilter().strip(),
        sent.getProfilesList().stream()
            .map(p -> name("message.audience.profiles", "profiles", p))
            .toList(),
        sent.getHoldOutPercent());
  }

  private static String name(String field, String collection, String text) {
    return ResourceName.parse(field, collection, text).toString();
  }

  private static Offer offer(Message.Offer sent) {
    var line = name("message.offer.product_line", "productLines", sent.getProductLine());
    return new Offer(line, money(sent.getPrice()));
  }

  private static Money money(com.google.type.Money sent) {
    var currency = currency(sent.getCurrencyCode());
    var amount = BigDecimal.valueOf(sent.getUnits()).add(BigDecimal.valueOf(sent.getNanos(), 9));
    if (sent.getUnits() < 0 || sent.getNanos() < 0) {
      var value = amount.stripTrailingZeros().toPlainString();
      throw InvalidFields.of("message.offer.price", "PRICE_NEGATIVE", Map.of("value", value));
    }
    var minor = amount.movePointRight(currency.getDefaultFractionDigits());
    return new Money(minor.longValue(), currency);
  }

  private static Currency currency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .filter(c -> c.getCurrencyCode().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidFields.of(
                    "message.offer.price.currency_code", "CURRENCY", Map.of("value", code)));
  }

  static Message message(Versioned stored, @Nullable Reach reach) {
    var message = stored.message();
    var shown =
        written(message.content())
            .setName(message.name())
            .setState(Message.State.valueOf(message.state().name()))
            .setSubmitter(message.hands().submitter())
            .setApprover(message.hands().approver())
            .setReason(message.hands().reason())
            .setCreateTime(timestamp(message.created()))
            .setUpdateTime(timestamp(message.updated()))
            .setEtag(Etags.of(stored.revision()));
    if (reach != null) {
      shown.setContacts(contacts(message, reach));
    }
    return shown.build();
  }

  static Message.Builder written(Content content) {
    var audience = content.audience();
    var shown =
        Message.newBuilder()
            .setTitle(content.title())
            .setBusinessUnit(content.unit())
            .setMessageClass(messageClass(content.messageClass()))
            .setChannel(channel(content.channel()))
            .setText(content.text())
            .setTopic(content.topic())
            .setAudience(
                Message.Audience.newBuilder()
                    .addAllCommunities(audience.communities())
                    .addAllSegments(audience.segments())
                    .setProfileFilter(audience.profileFilter())
                    .addAllProfiles(audience.profiles())
                    .setHoldOutPercent(audience.holdOut()));
    if (content.plannedTime() != null) {
      shown.setPlannedTime(timestamp(content.plannedTime()));
    }
    if (content.offer() != null) {
      shown.setOffer(offer(content.offer()));
    }
    return shown;
  }

  private static Message.Offer offer(Offer offer) {
    return Message.Offer.newBuilder()
        .setProductLine(offer.productLine())
        .setPrice(MoneyMessage.of(offer.price()))
        .build();
  }

  private static Contacts contacts(
      org.masterplan.governance.message.domain.Message message, Reach reach) {
    return Contacts.newBuilder()
        .setOperation(ContactOperations.name(message, reach).orElse(""))
        .setAsked(reach.asked())
        .setGranted(reach.granted())
        .setRefused(reach.refused())
        .setConfirmed(reach.confirmed())
        .setProgress(reach.done() ? Contacts.Progress.DONE : Contacts.Progress.RUNNING)
        .setAsOfTime(timestamp(reach.asOf()))
        .build();
  }
}
