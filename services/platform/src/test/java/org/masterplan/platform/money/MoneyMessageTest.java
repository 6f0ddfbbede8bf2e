package org.masterplan.platform.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.kernel.Money;

class MoneyMessageTest {
  /** Dong have no smaller unit, dinars a thousandth; of gold nobody says what its unit is. */
  @ParameterizedTest
  @CsvSource({
    "VND, 250000, 250000, 0",
    "USD, 999, 9, 990000000",
    "USD, 5, 0, 50000000",
    "USD, -105, -1, -50000000",
    "KWD, 1234, 1, 234000000",
    "XAU, 3, 3, 0",
    "USD, 9223372036854775807, 92233720368547758, 70000000",
  })
  void of_isTheSameAmount(String currency, long minor, long units, int nanos) {
    var message = MoneyMessage.of(new Money(minor, Currency.getInstance(currency)));

    assertThat(message.getCurrencyCode()).isEqualTo(currency);
    assertThat(message.getUnits()).isEqualTo(units);
    assertThat(message.getNanos()).isEqualTo(nanos);
  }
}
