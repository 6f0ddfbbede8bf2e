package org.masterplan.gateway.console;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * The languages that the pages are written in, and what keeps a visitor's choice of one. Any other
 * is no choice: there are no words for it, so that every page would fail until the cookie ends.
 */
final class Languages {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final Set<Locale> WRITTEN = Set.of(Locale.ENGLISH, VIETNAMESE);
  private static final String NAME = "masterplan_language";

  private Languages() {}

  /** Kept in a cookie once chosen; until then what the browser asks for first. */
  static CookieLocaleResolver chosen(Duration lifetime) {
    var resolver = new Cookie();
    resolver.setCookieMaxAge(lifetime);
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    resolver.setRejectInvalidCookies(false);
    resolver.setDefaultLocaleFunction(
        request -> known(request.getLocale().toLanguageTag()).orElse(Locale.ENGLISH));
    return resolver;
  }

  /** Takes the choice from the address. */
  static LocaleChangeInterceptor choice() {
    var choice = new Address();
    choice.setParamName("lang");
    choice.setIgnoreInvalidLocale(true);
    return choice;
  }

  private static Optional<Locale> known(String tag) {
    var language = Locale.of(Locale.forLanguageTag(tag).getLanguage());
    return WRITTEN.contains(language) ? Optional.of(language) : Optional.empty();
  }

  private static final class Cookie extends CookieLocaleResolver {
    Cookie() {
      super(NAME);
    }

    @Override
    protected @Nullable Locale parseLocaleValue(String value) {
      return known(value).orElse(null);
    }
  }

  private static final class Address extends LocaleChangeInterceptor {
    @Override
    protected Locale parseLocaleValue(String value) {
      return known(value).orElseThrow(() -> new IllegalArgumentException("not written in it"));
    }
  }
}
