package org.masterplan.governance.message.app;

import java.util.List;

/** Whom messages are for. */
public record Addressed(Messages messages) {

  /** The communities that the message is for; none if there is no such message. */
  public List<String> communities(String message) {
    return messages
        .find(message)
        .map(found -> found.message().content().audience().communities())
        .orElseGet(List::of);
  }
}
