package org.masterplan.governance.contact.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.contact.domain.Account;
import org.masterplan.governance.contact.domain.Channel;
import org.masterplan.governance.contact.domain.Entry;
import org.masterplan.governance.contact.domain.MessageClass;
import org.masterplan.governance.contact.domain.Suppression;

/** What every store of accounts must do. */
public abstract class AccountsContract {
  static final Instant NOW = Instant.parse("2026-11-21T03:00:00.123Z");
  static final String KEY = "phone:+84901234567";

  Accounts accounts;

  protected abstract Accounts accounts();

  @BeforeEach
  void open() {
    accounts = accounts();
  }

  @Test
  void find_ofAnUnknownKey_answersAnEmptyAccount() {
    assertThat(accounts.find(KEY)).isEqualTo(Account.empty(KEY));
    assertThat(accounts.find(List.of(KEY))).isEmpty();
  }

  @Test
  void replace_keepsEverything() {
    var no = new Suppression(Channel.SMS, null, "withdrawal", NOW);
    var all = new Suppression(null, MessageClass.ASK, "do-not-call-register", NOW);
    var first = Account.empty(KEY).hold(entry("r#1"), NOW);
    assertThat(accounts.replace(first)).isTrue();
    var second = first.suppress(no);
    assertThat(accounts.replace(second)).isTrue();
    var third = second.suppress(all);
    assertThat(accounts.replace(third)).isTrue();
    assertThat(accounts.replace(third.freeze("profiles/x", 9))).isTrue();

    assertThat(accounts.find(KEY)).isEqualTo(third.freeze("profiles/x", 9));
    assertThat(accounts.find(List.of(KEY, "profiles/none"))).containsOnlyKeys(KEY);
  }

  @Test
  void replace_ofAnOldRevision_storesNothing() {
    var first = Account.empty(KEY).hold(entry("r#1"), NOW);
    accounts.replace(first);

    assertThat(accounts.replace(Account.empty(KEY).hold(entry("s#1"), NOW))).isFalse();
    accounts.replace(first.giveBack("r#1"));
    assertThat(accounts.replace(first.hold(entry("t#1"), NOW))).isFalse();
    assertThat(accounts.find(KEY).entries()).isEmpty();
  }

  @Test
  void replace_byManyAtOnce_letsOneWinEachRevision() throws Exception {
    Callable<Boolean> attempt = () -> accounts.replace(Account.empty(KEY).hold(entry("r#1"), NOW));
    try (var threads = Executors.newFixedThreadPool(8)) {
      int won = 0;
      for (var done : threads.invokeAll(java.util.Collections.nCopies(16, attempt))) {
        won += done.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
  }

  @Test
  void remove_isIdempotent() {
    accounts.replace(Account.empty(KEY).hold(entry("r#1"), NOW));

    assertThat(accounts.remove(List.of(KEY, "profiles/none"))).isEqualTo(1);
    assertThat(accounts.remove(List.of(KEY))).isZero();
    assertThat(accounts.find(KEY).revision()).isZero();
  }

  private static Entry entry(String id) {
    return new Entry(id, NOW, Channel.SMS, MessageClass.PROMOTION, false, NOW.plusSeconds(86_400));
  }
}
