package org.masterplan.demo;

import java.time.LocalDate;

/** What the writers of files share. */
record World(
    long seed,
    long count,
    LocalDate now,
    People people,
    Databases databases,
    RecordWriter records) {

  static World of(Options options, Tally tally) {
    People people = new People(options.seed(), options.people());
    Databases databases = new Databases(options.seed(), options.people());
    RecordWriter records = new RecordWriter(options, databases, people.numbers(), tally);
    return new World(options.seed(), options.people(), options.now(), people, databases, records);
  }
}
