package org.masterplan.matching.record;

/**
 * Brings raw text into the form that is compared. Never throws, whatever the text; the same text
 * always gives the same value, from any thread; standardising a canonical value gives itself.
 */
public interface Standardiser {
  Standardised standardise(String raw);
}
