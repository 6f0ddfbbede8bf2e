package org.masterplan.profiles.dealing.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.Optional;
import org.masterplan.kernel.Money;

/**
 * By what rule a person is worth something. Where it says nothing the value is unknown, which is
 * not 0: who bought elsewhere, or before anybody counted, is no poor customer.
 */
public record ValueRule(Kind kind, Currency currency) {
  private static final Duration YEAR = Duration.ofDays(365);

  /** What counts. */
  public enum Kind {
    /** Nothing: this installation has stated no rule. */
    NONE,
    /** What was spent in the 365 days before. */
    SPENT_12_MONTHS,
    /** All that was ever spent. */
    SPENT_EVER
  }

  /**
   * What it comes to.
   *
   * @param value empty: unknown
   * @param counted orders that count
   * @param leftOut orders that do not
   */
  public record Worth(Optional<Money> value, int counted, int leftOut) {}

  /** What a person's orders come to. */
  public Worth of(Collection<Dealing> dealings, Instant now) {
    var counted = new ArrayList<Money>();
    int leftOut = 0;
    for (var dealing : dealings) {
      if (dealing.deed() instanceof Dealing.Deed.Order(var amount)) {
        if (counts(dealing, amount, now)) {
          counted.add(amount);
        } else {
          leftOut++;
        }
      }
    }
    return new Worth(counted.stream().reduce(Money::plus), counted.size(), leftOut);
  }

  private boolean counts(Dealing order, Money amount, Instant now) {
    boolean inTime =
        switch (kind) {
          case NONE -> false;
          case SPENT_12_MONTHS -> order.time().isAfter(now.minus(YEAR));
          case SPENT_EVER -> true;
        };
    return inTime && !order.time().isAfter(now) && amount.currency().equals(currency);
  }
}
