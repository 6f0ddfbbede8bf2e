package org.masterplan.kernel;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money.
 *
 * @param minorUnits the amount in the currency's smallest unit (dong for VND, cents for USD)
 * @param currency ISO 4217
 */
public record Money(long minorUnits, Currency currency) {
  /** Vietnamese dong, which has no smaller unit. */
  public static Money dong(long amount) {
    return new Money(amount, Currency.getInstance("VND"));
  }

  /** The amount in the currency's usual unit, as people write it. */
  public BigDecimal amount() {
    // Of what is no country's money, gold for example, nobody says what is smaller.
    return BigDecimal.valueOf(minorUnits, Math.max(0, currency.getDefaultFractionDigits()));
  }

  /**
   * Throws {@link IllegalArgumentException} for another currency, ArithmeticException on overflow.
   */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "currency: " + other.currency + " (expected: " + currency + ")");
    }
    return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
  }
}
