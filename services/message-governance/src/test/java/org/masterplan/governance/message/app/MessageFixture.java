package org.masterplan.governance.message.app;

import java.time.Instant;
import java.util.List;
import org.masterplan.governance.contact.domain.Channel;
import org.masterplan.governance.contact.domain.MessageClass;
import org.masterplan.governance.message.domain.Audience;
import org.masterplan.governance.message.domain.Content;
import org.masterplan.governance.message.domain.Message;
import org.masterplan.kernel.audit.AuditEntry;

/** Invented messages for tests. */
public final class MessageFixture {
  /** Ten o'clock on a Saturday in Ho Chi Minh City. */
  public static final Instant MORNING = Instant.parse("2026-11-21T03:00:00Z");

  private MessageFixture() {}

  public static Content content(String title, Instant planned, String... profiles) {
    var audience = new Audience(List.of(), List.of(), "", List.of(profiles));
    return new Content(
        title,
        "businessUnits/dairy",
        MessageClass.INFO,
        Channel.EMAIL,
        audience,
        planned,
        "Mời mẹ đến lớp học nấu ăn dặm.",
        "",
        null);
  }

  public static Message draft(String id, Content content) {
    return Message.draft("messages/" + id, content, MORNING);
  }

  public static AuditEntry entry() {
    return new AuditEntry(MORNING, "lan@dairy", "MESSAGE_CREATED", List.of(), "");
  }
}
