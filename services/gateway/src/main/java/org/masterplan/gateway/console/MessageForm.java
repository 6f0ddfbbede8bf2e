package org.masterplan.gateway.console;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.governance.v1.Channel;
import org.masterplan.governance.v1.Message;
import org.masterplan.governance.v1.MessageClass;

/**
 * A message as its form has it, so that what was written is shown again as it was written.
 *
 * @param values texts by the names of the form's fields
 */
public record MessageForm(Map<String, List<String>> values) {
  /** The form's fields, and which field of the contract each belongs to. */
  private static final Map<String, String> PATHS = paths();

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
  private static final String CURRENCY = "VND";

  public MessageForm {
    values = Map.copyOf(values);
  }

  /** A field that cannot be read; {@code key} is that of the words which say so. */
  record Problem(String field, String key) {}

  static MessageForm read(Map<String, List<String>> form) {
    var values = new LinkedHashMap<String, List<String>>();
    for (var name : PATHS.keySet()) {
      values.put(
          name,
          form.getOrDefault(name, List.of()).stream()
              .map(String::strip)
              .filter(v -> !v.isEmpty())
              .toList());
    }
    return new MessageForm(values);
  }

  static MessageForm of(Message message, ZoneId zone) {
    var form = new LinkedHashMap<String, List<String>>();
    form.put("title", List.of(message.getTitle()));
    form.put("business_unit", List.of(message.getBusinessUnit()));
    if (message.getMessageClassValue() != 0) {
      form.put("message_class", List.of(message.getMessageClass().name()));
    }
    if (message.getChannelValue() != 0) {
      form.put("channel", List.of(message.getChannel().name()));
    }
    form.put("segments", message.getAudience().getSegmentsList());
    form.put("communities", message.getAudience().getCommunitiesList());
    if (message.getAudience().getHoldOutPercent() > 0) {
      var percent = Integer.toString(message.getAudience().getHoldOutPercent());
      form.put("hold_out_percent", List.of(percent));
    }
    if (message.hasPlannedTime()) {
      var moment = Instant.ofEpochSecond(message.getPlannedTime().getSeconds());
      form.put("planned_time", List.of(LOCAL.withZone(zone).format(moment)));
    }
    form.put("topic", List.of(message.getTopic()));
    form.put("text", List.of(message.getText()));
    if (message.hasOffer()) {
      form.put("product_line", List.of(message.getOffer().getProductLine()));
      form.put("price", List.of(Long.toString(message.getOffer().getPrice().getUnits())));
    }
    return read(form);
  }

  /** What cannot be sent on, because it is not what its field is for. */
  List<Problem> problems() {
    var found = new ArrayList<Problem>();
    if (!one("planned_time").isEmpty() && time().isEmpty()) {
      found.add(new Problem("planned_time", "problem.time"));
    }
    if (!one("hold_out_percent").matches("([1-4]?[0-9]|50)?")) {
      found.add(new Problem("hold_out_percent", "problem.holdOut"));
    }
    if (!one("price").isEmpty() && price().isEmpty()) {
      found.add(new Problem("price", "problem.price"));
    }
    if (one("price").isEmpty() != one("product_line").isEmpty()) {
      found.add(new Problem(one("price").isEmpty() ? "price" : "product_line", "problem.offer"));
    }
    return found;
  }

  /** The message with what the form says. */
  Message message(Message before, ZoneId zone) {
    var audience =
        before.getAudience().toBuilder()
            .clearSegments()
            .clearCommunities()
            .addAllSegments(all("segments"))
            .addAllCommunities(all("communities"))
            .setHoldOutPercent(number("hold_out_percent"));
    var message =
        before.toBuilder()
            .setTitle(one("title"))
            .setBusinessUnit(one("business_unit"))
            .setMessageClass(messageClass())
            .setChannel(channel())
            .setAudience(audience)
            .setTopic(one("topic"))
            .setText(one("text"))
            .clearPlannedTime()
            .clearOffer();
    time().ifPresent(t -> message.setPlannedTime(stamp(t, zone)));
    price().ifPresent(p -> message.setOffer(offer(p)));
    return message.build();
  }

  /** Names of the form's fields that differ. */
  List<String> changed(MessageForm other) {
    return PATHS.keySet().stream().filter(n -> !all(n).equals(other.all(n))).toList();
  }

  /** The paths of the contract that those fields belong to. */
  static List<String> masked(List<String> fields) {
    return fields.stream().map(PATHS::get).distinct().toList();
  }

  /** This form with the other's values of those fields. */
  MessageForm with(List<String> fields, MessageForm other) {
    var merged = new LinkedHashMap<>(values);
    fields.forEach(f -> merged.put(f, other.all(f)));
    return new MessageForm(merged);
  }

  /** The value of a field with one; empty if it has none. */
  public String one(String name) {
    return all(name).isEmpty() ? "" : all(name).getFirst();
  }

  /** The values of a field with several. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  private int number(String name) {
    return one(name).isEmpty() ? 0 : Integer.parseInt(one(name));
  }

  private Optional<LocalDateTime> time() {
    try {
      var text = one("planned_time");
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** People write 59.000, 59,000 and 59 000. */
  private Optional<Long> price() {
    var digits = one("price").replaceAll("[\\s.,\u00a0]", "");
    return digits.matches("[0-9]{1,12}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
  }

  private Message.Offer offer(long price) {
    return Message.Offer.newBuilder()
        .setProductLine(one("product_line"))
        .setPrice(Money.newBuilder().setCurrencyCode(CURRENCY).setUnits(price))
        .build();
  }

  private MessageClass messageClass() {
    var word = MessageClass.getDescriptor().findValueByName(one("message_class"));
    return word == null ? MessageClass.MESSAGE_CLASS_UNSPECIFIED : MessageClass.valueOf(word);
  }

  private Channel channel() {
    var word = Channel.getDescriptor().findValueByName(one("channel"));
    return word == null ? Channel.CHANNEL_UNSPECIFIED : Channel.valueOf(word);
  }

  private static Timestamp stamp(LocalDateTime time, ZoneId zone) {
    return Timestamp.newBuilder().setSeconds(time.atZone(zone).toEpochSecond()).build();
  }

  private static Map<String, String> paths() {
    var paths = new LinkedHashMap<String, String>();
    for (var same :
        List.of("title", "business_unit", "message_class", "channel", "planned_time", "topic")) {
      paths.put(same, same);
    }
    paths.put("segments", "audience");
    paths.put("communities", "audience");
    paths.put("hold_out_percent", "audience");
    paths.put("text", "text");
    paths.put("product_line", "offer");
    paths.put("price", "offer");
    return paths;
  }
}
