package org.masterplan.governance.contact.domain;

import java.time.Instant;
import java.util.List;

/** Invented people for tests. */
public final class People {
  private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");

  private People() {}

  /** Somebody who agreed to everything, with a phone and a mailbox of their own. */
  public static Person agreeing(String id) {
    return at(id, ContactPoint.phone("phone", "+8490" + digits(id)), mailbox(id));
  }

  /** Somebody who agreed to everything, to be reached at these points. */
  public static Person at(String id, ContactPoint... points) {
    return new Person("profiles/" + id, List.of(points), everything(), 7);
  }

  /** Somebody who never said anything. */
  public static Person silent(String id) {
    var asked = agreeing(id);
    return new Person(asked.profile(), asked.points(), List.of(), 7);
  }

  public static ContactPoint mailbox(String id) {
    return ContactPoint.mailbox("email", id + "@example.org");
  }

  static List<Agreement> everything() {
    return List.of(yes("MARKETING"), yes("SURVEY"), yes("CARE"), yes("INFO"));
  }

  static Agreement yes(String purpose) {
    return new Agreement(purpose, "ALL", true, LONG_AGO);
  }

  private static String digits(String id) {
    return String.format("%07d", Math.floorMod(id.hashCode(), 10_000_000));
  }
}
