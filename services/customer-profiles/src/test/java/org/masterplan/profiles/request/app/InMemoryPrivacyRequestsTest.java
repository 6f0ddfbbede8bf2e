package org.masterplan.profiles.request.app;

class InMemoryPrivacyRequestsTest extends PrivacyRequestsContract {
  @Override
  protected PrivacyRequests requests() {
    return new InMemoryPrivacyRequests();
  }
}
