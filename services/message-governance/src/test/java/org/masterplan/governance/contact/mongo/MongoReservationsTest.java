package org.masterplan.governance.contact.mongo;

import org.masterplan.governance.contact.app.Reservations;
import org.masterplan.governance.contact.app.ReservationsContract;
import org.masterplan.platform.testkit.MongoTestServer;

class MongoReservationsTest extends ReservationsContract {
  @Override
  protected Reservations reservations() {
    return new MongoReservations(MongoTestServer.database("governance"));
  }
}
