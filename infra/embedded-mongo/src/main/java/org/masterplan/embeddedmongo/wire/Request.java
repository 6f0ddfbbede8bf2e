package org.masterplan.embeddedmongo.wire;

import de.bwaldvogel.mongo.bson.Document;

/**
 * One message of a client.
 *
 * @param number the client's; the reply repeats it
 * @param command with the database as {@code $db}
 */
record Request(int number, Kind kind, Document command) {
  /** What is to be done with it. */
  enum Kind {
    /** Run and answered. */
    COMMAND,
    /** Run and not answered: the client does not want to know. */
    UNACKNOWLEDGED,
    /** As drivers greet a server they do not know yet; answered in the shape of that time. */
    GREETING,
    /** Not understood; answered with an error. */
    MALFORMED,
    /** Not understood; nobody waits for an answer, who would take it for that to the next one. */
    MALFORMED_UNACKNOWLEDGED
  }
}
