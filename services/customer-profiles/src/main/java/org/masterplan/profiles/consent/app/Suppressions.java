package org.masterplan.profiles.consent.app;

import java.util.List;
import org.masterplan.profiles.consent.domain.Consent;

/** Message governance's ledger: where a no takes effect. */
public interface Suppressions {
  /**
   * Whom a word is about.
   *
   * @param profiles every name of the person
   * @param phones in E.164
   */
  record Person(List<String> profiles, List<String> phones, List<String> emails) {
    public Person {
      profiles = List.copyOf(profiles);
      phones = List.copyOf(phones);
      emails = List.copyOf(emails);
    }
  }

  /**
   * Has a withdrawal suppress, or a grant lift, what it covers. Idempotent. Throws {@code
   * Unavailable} if that cannot be done now.
   */
  void tell(Person person, Consent consent);
}
