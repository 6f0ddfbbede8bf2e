package org.masterplan.governance.contact.app;

class InMemoryReservationsTest extends ReservationsContract {
  @Override
  protected Reservations reservations() {
    return new InMemoryReservations();
  }
}
