package org.masterplan.demo;

import java.time.Instant;

/** Something that somebody did in a community. */
record Event(Instant time, String author, String kind, int number, int answers, boolean bot) {}
