package org.masterplan.governance.contact.grpc;

import java.util.List;
import java.util.stream.Stream;
import org.masterplan.governance.contact.domain.ContactPoint;
import org.masterplan.person.v1.PersonKeys;

/** The ledger's keys for a person. Records and handles mean nothing here. */
record PersonKeyring(List<String> profiles, List<String> points) {
  static PersonKeyring of(PersonKeys keys) {
    var phones =
        keys.getPhonesList().stream().map(p -> ContactPoint.phone("person.phones", p).key());
    var emails =
        keys.getEmailsList().stream().map(e -> ContactPoint.mailbox("person.emails", e).key());
    return new PersonKeyring(
        keys.getProfilesList().stream().distinct().toList(),
        Stream.concat(phones, emails).distinct().toList());
  }

  List<String> all() {
    return Stream.concat(profiles.stream(), points.stream()).toList();
  }
}
