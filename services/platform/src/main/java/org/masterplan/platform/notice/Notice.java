package org.masterplan.platform.notice;

import java.time.Instant;
import java.util.Map;

/**
 * Something that one person or one office should know.
 *
 * @param id the same for the same occasion, so that telling twice is telling once
 * @param recipient the person's subject, or an office as {@link Offices} names it
 * @param reason UPPER_SNAKE key of the text
 * @param values what the text's placeholders say; no personal data, because it leaves by mail
 * @param about name of the resource, empty if none
 */
public record Notice(
    String id,
    String recipient,
    String reason,
    Map<String, String> values,
    String about,
    Instant at) {
  public Notice {
    values = Map.copyOf(values);
  }
}
