package org.masterplan.governance.contact.app;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.masterplan.governance.contact.domain.Ask;
import org.masterplan.governance.contact.domain.ContactPoint;
import org.masterplan.governance.contact.domain.Medium;
import org.masterplan.governance.contact.domain.Person;

/** Under which keys a wish is counted. */
final class Keys {
  private Keys() {}

  /** Key of the contact point's account, empty if the channel needs none or the person has none. */
  static String point(Ask ask, Person person) {
    return ask.channel().medium() == Medium.NONE
        ? ""
        : person.point(ask.channel()).map(ContactPoint::key).orElse("");
  }

  /** Every account that the same wish to each of the people touches. */
  static Set<String> of(Ask ask, List<Person> people) {
    var keys = new HashSet<String>();
    people.forEach(p -> keys.add(point(ask, p)));
    people.forEach(p -> keys.add(p.profile()));
    keys.remove("");
    return keys;
  }
}
