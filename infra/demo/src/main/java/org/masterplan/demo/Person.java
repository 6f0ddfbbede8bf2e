package org.masterplan.demo;

import java.time.LocalDate;

/**
 * One true person.
 *
 * @param household people of one household have the same number
 * @param alone true when nobody else of the company's customers lives there
 * @param phone the person's mobile of today, ten digits
 * @param oldPhone the one before
 * @param homePhone what the household answers to: its landline, or the mobile of its head
 * @param cardId the nine-digit identity number that the citizen number replaced
 */
record Person(
    long index,
    Name name,
    boolean female,
    LocalDate born,
    long household,
    boolean alone,
    Address address,
    Address oldAddress,
    String segment,
    String phone,
    String oldPhone,
    String homePhone,
    String email,
    String oldEmail,
    String citizenId,
    String cardId) {

  String id() {
    return "p-" + index;
  }

  /** False where the household's number is this person's own. */
  boolean sharesHomePhone() {
    return !alone && !homePhone.equals(phone);
  }
}
