package org.masterplan.registry.member;

import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.registry.member.app.Seats;
import org.masterplan.registry.member.mongo.MongoSeats;

class MongoSeatsTest extends SeatsContract {
  @Override
  protected Seats seats() {
    return new MongoSeats(MongoTestServer.database("seats"));
  }
}
