package org.masterplan.governance.contact.app;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.masterplan.governance.contact.domain.Account;

/** Where the ledger's accounts are kept. Every implementation passes {@code AccountsContract}. */
public interface Accounts {
  /** The account; an empty one of revision 0 if nothing has happened in it. */
  Account find(String key);

  /** The accounts of all keys, at most 1,000; those in which nothing happened are left out. */
  Map<String, Account> find(Collection<String> keys);

  /**
   * Stores the revision after the one that was read. False, and nothing is stored, if that is no
   * longer there. What is stored survives a loss of power.
   */
  boolean replace(Account next);

  /** Forgets the accounts. Idempotent; answers how many there were. */
  int remove(List<String> keys);
}
