package org.masterplan.profiles.consent.app;

class InMemoryConsentsTest extends ConsentsContract {
  @Override
  protected Consents consents() {
    return new InMemoryConsents();
  }
}
