package org.masterplan.governance.contact.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.masterplan.governance.contact.domain.Account;

/** The accounts of a test: what every store must mean. */
public final class InMemoryAccounts implements Accounts {
  private final Map<String, Account> all = new ConcurrentHashMap<>();

  @Override
  public Account find(String key) {
    return all.getOrDefault(key, Account.empty(key));
  }

  @Override
  public Map<String, Account> find(Collection<String> keys) {
    var found = new HashMap<String, Account>();
    keys.stream().filter(all::containsKey).forEach(k -> found.put(k, all.get(k)));
    return found;
  }

  @Override
  public boolean replace(Account next) {
    var stored =
        all.compute(
            next.key(),
            (_, seen) -> (seen == null ? 0 : seen.revision()) == next.revision() - 1 ? next : seen);
    return stored == next;
  }

  @Override
  public int remove(List<String> keys) {
    return (int) keys.stream().filter(k -> all.remove(k) != null).count();
  }
}
