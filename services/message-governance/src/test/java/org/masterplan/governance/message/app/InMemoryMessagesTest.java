package org.masterplan.governance.message.app;

class InMemoryMessagesTest extends MessagesContract {
  @Override
  protected Messages messages() {
    return new InMemoryMessages();
  }
}
