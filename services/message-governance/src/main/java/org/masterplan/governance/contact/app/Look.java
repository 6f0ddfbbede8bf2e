package org.masterplan.governance.contact.app;

import java.time.Instant;
import org.masterplan.governance.contact.domain.Ask;
import org.masterplan.governance.contact.domain.Judge.Standing;
import org.masterplan.governance.contact.domain.Person;
import org.masterplan.governance.contact.domain.Reservation.Accounted;

/** A wish with everything that is known when it is looked at; its time is settled. */
record Look(Ask ask, Person person, Standing standing, Instant now) {
  Accounted accounted() {
    return new Accounted(standing.point().key(), standing.profile().key(), person.journal());
  }
}
