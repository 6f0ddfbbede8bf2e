package org.masterplan.gateway.console;

import java.util.Locale;
import org.masterplan.gateway.web.SignedIn;

/**
 * Who looks at a page.
 *
 * @param locale the language of the page
 * @param purpose why personal data is asked for; empty if not stated
 */
record Visitor(SignedIn person, Locale locale, String purpose) {
  Visitor(SignedIn person, Locale locale) {
    this(person, locale, "");
  }

  boolean isVietnamese() {
    return locale.getLanguage().equals("vi");
  }
}
