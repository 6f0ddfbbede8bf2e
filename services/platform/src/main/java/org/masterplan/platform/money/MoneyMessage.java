package org.masterplan.platform.money;

import java.math.BigDecimal;
import org.masterplan.kernel.Money;

/** Money as {@code google.type.Money} writes it. */
public final class MoneyMessage {
  private static final int NANOS = 9;

  private MoneyMessage() {}

  /** The same amount: whole units, and billionths of one with the same sign. */
  public static com.google.type.Money of(Money money) {
    var amount = money.amount();
    return com.google.type.Money.newBuilder()
        .setCurrencyCode(money.currency().getCurrencyCode())
        .setUnits(amount.longValue())
        .setNanos(amount.remainder(BigDecimal.ONE).movePointRight(NANOS).intValue())
        .build();
  }
}
