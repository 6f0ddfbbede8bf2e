package org.masterplan.registry.member;

import org.masterplan.registry.member.app.Seats;

class InMemorySeatsTest extends SeatsContract {
  @Override
  protected Seats seats() {
    return new InMemorySeats();
  }
}
