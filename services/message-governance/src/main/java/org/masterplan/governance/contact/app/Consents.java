package org.masterplan.governance.contact.app;

import java.util.List;
import java.util.Optional;
import org.masterplan.governance.contact.domain.ContactPoint;
import org.masterplan.governance.contact.domain.Person;

/**
 * What the customer profiles know: who somebody is, where they can be reached, what they agreed to.
 * Every implementation throws {@code Unavailable} rather than guess: sending fails closed.
 */
public interface Consents {
  /** The person whose profile that is, or now is; empty if there is none. */
  Optional<Person> ofProfile(String profile);

  /** The one person behind a contact point; empty if nobody is known there, or several are. */
  Optional<Person> ofPoint(ContactPoint point);

  /** The persons of these profiles, at most 1,000, in any order; unknown ones are left out. */
  List<Person> ofProfiles(List<String> profiles);
}
