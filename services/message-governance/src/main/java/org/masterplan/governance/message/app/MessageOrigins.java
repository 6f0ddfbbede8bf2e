package org.masterplan.governance.message.app;

import org.masterplan.governance.contact.app.Contacts;
import org.masterplan.governance.contact.domain.Ask;
import org.masterplan.kernel.refusal.NotFound;

/** What messages say about contacts made for them. */
public final class MessageOrigins implements Contacts.Origins {
  private final Messages messages;
  private final Purposes purposes;

  public MessageOrigins(Messages messages, Purposes purposes) {
    this.messages = messages;
    this.purposes = purposes;
  }

  @Override
  public void mustKnow(String name) {
    if (messages.find(name).isEmpty()) {
      throw NotFound.named(name);
    }
  }

  @Override
  public Origin of(String name) {
    var message = messages.find(name).orElseThrow(() -> NotFound.named(name)).message();
    var content = message.content();
    var closed = purposes.closedToPromotion(content.audience().communities());
    return new Origin(
        content.messageClass(),
        new Ask.Origin(name, content.unit(), closed, content.audience().holdOut()),
        message.state().approved());
  }
}
