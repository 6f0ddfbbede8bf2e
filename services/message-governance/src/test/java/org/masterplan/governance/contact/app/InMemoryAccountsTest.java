package org.masterplan.governance.contact.app;

class InMemoryAccountsTest extends AccountsContract {
  @Override
  protected Accounts accounts() {
    return new InMemoryAccounts();
  }
}
