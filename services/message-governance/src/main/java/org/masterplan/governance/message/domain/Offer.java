package org.masterplan.governance.message.domain;

import org.masterplan.kernel.Money;

/** What a message offers for sale. */
public record Offer(String productLine, Money price) {
  /** Whether a reader of both would see two prices for one product (capability 11). */
  boolean contradicts(Offer other) {
    return productLine.equals(other.productLine) && !price.equals(other.price);
  }
}
