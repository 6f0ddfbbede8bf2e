package org.masterplan.governance.message.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.masterplan.governance.contact.domain.Channel;
import org.masterplan.governance.contact.domain.MessageClass;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.kernel.text.Texts;

/**
 * What a business unit writes.
 *
 * @param unit format {@code businessUnits/{unit}}
 * @param plannedTime null while not decided
 * @param offer null if it offers nothing for sale
 */
public record Content(
    String title,
    String unit,
    MessageClass messageClass,
    Channel channel,
    Audience audience,
    @Nullable Instant plannedTime,
    String text,
    String topic,
    @Nullable Offer offer) {
  private static final int MAX_TITLE = 120;
  private static final int MAX_TEXT = 4000;

  public Content {
    title = Texts.canonical(title);
    topic = Texts.canonical(topic);
    var wrong = new ArrayList<Violation>();
    length("message.title", title, 1, MAX_TITLE, wrong);
    length("message.text", text, 0, MAX_TEXT, wrong);
    if (unit.isEmpty()) {
      wrong.add(Violation.required("message.business_unit"));
    }
    if (audience.holdOut() > 0 && messageClass != MessageClass.PROMOTION) {
      // What is owed to people, or told for their good, is kept from nobody to see what happens.
      wrong.add(new Violation("message.audience.hold_out_percent", "HOLD_OUT_CLASS", Map.of()));
    }
    if (!wrong.isEmpty()) {
      throw new InvalidFields(wrong);
    }
  }

  /** The same, planned for another time. */
  public Content at(Instant time) {
    return new Content(title, unit, messageClass, channel, audience, time, text, topic, offer);
  }

  /** What is still missing before the CMO office can decide. */
  public List<Violation> missing() {
    var wrong = new ArrayList<Violation>();
    if (text.isBlank()) {
      wrong.add(Violation.required("message.text"));
    }
    if (audience.isEmpty()) {
      wrong.add(Violation.required("message.audience"));
    }
    if (plannedTime == null) {
      wrong.add(Violation.required("message.planned_time"));
    }
    return wrong;
  }

  private static void length(String field, String text, int min, int max, List<Violation> wrong) {
    int length = Texts.length(text);
    if (length < min || length > max) {
      wrong.add(
          new Violation(
              field,
              "TEXT_LENGTH",
              Map.of(
                  "field", field,
                  "length", Integer.toString(length),
                  "min", Integer.toString(min),
                  "max", Integer.toString(max))));
    }
  }
}
