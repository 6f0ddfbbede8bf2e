package org.masterplan.governance.contact.app;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.masterplan.governance.contact.domain.Account;
import org.masterplan.kernel.refusal.Unavailable;

/** Changes accounts: read, decide, replace under the revision, again if somebody was quicker. */
final class Books {
  /** Each failed round means that somebody else's succeeded. */
  private static final int TRIES = 200;

  private static final int HOPS = 10;

  private final Accounts accounts;
  private final Turns turns = new Turns();

  Books(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The account that stands for the key now; throws while it is being folded into another. */
  Account open(String key) {
    var account = key.isEmpty() ? Account.empty("") : accounts.find(key);
    for (int hop = 0; hop < HOPS; hop++) {
      if (account.frozen()) {
        throw new Unavailable("PERSON_MOVING", Map.of());
      }
      if (account.movedTo().isEmpty()) {
        return account;
      }
      account = accounts.find(account.movedTo());
    }
    throw new Unavailable("PERSON_MOVING", Map.of());
  }

  /** Changes the account that stands for the key; an empty change means that nothing is to do. */
  Account change(String key, Function<Account, Optional<Account>> step) {
    return turns.take(key, () -> tried(() -> open(key), step));
  }

  /** As {@link #change}, on exactly this account, moved or frozen. */
  Account changeExactly(String key, Function<Account, Optional<Account>> step) {
    return turns.take(key, () -> tried(() -> accounts.find(key), step));
  }

  private Account tried(Supplier<Account> read, Function<Account, Optional<Account>> step) {
    for (int round = 0; round < TRIES; round++) {
      var seen = read.get();
      var next = step.apply(seen);
      if (next.isEmpty()) {
        return seen;
      }
      if (accounts.replace(next.get())) {
        return next.get();
      }
      Thread.onSpinWait();
    }
    throw busy();
  }

  /** Without the entry, if it is there. */
  void giveBack(String key, String entry) {
    if (!key.isEmpty()) {
      change(key, a -> a.contains(entry) ? Optional.of(a.giveBack(entry)) : Optional.empty());
    }
  }

  static Unavailable busy() {
    return new Unavailable("LEDGER_BUSY", Map.of());
  }
}
