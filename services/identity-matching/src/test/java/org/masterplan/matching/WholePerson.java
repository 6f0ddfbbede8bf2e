package org.masterplan.matching;

import org.masterplan.matching.record.Schema;

/** Everything that files usually hold of a person, for tests that need it all. */
public final class WholePerson {
  public static final Schema SCHEMA =
      Schema.of(
          "givenName",
          "surname",
          "birthDate",
          "gender",
          "phone",
          "email",
          "nationalId",
          "street",
          "city");

  /** A citizen number that its check does not refuse. */
  public static final String ID = "001090012345";

  private WholePerson() {}
}
