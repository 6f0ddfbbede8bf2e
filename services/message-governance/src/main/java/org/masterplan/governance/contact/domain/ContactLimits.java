package org.masterplan.governance.contact.domain;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The numbers of the contact rules. The law's are defaults that an installation confirms with its
 * counsel; it may make them stricter.
 *
 * @param smsPerDay advertising text messages per phone number in any 24 hours
 * @param emailsPerDay advertising e-mails per address in any 24 hours
 * @param callsPerDay advertising calls per phone number in any 24 hours
 * @param attention contacts of any unit and channel per profile
 * @param zone whose clock the quiet hours follow
 */
public record ContactLimits(
    int smsPerDay, int emailsPerDay, int callsPerDay, RollingWindow attention, ZoneId zone) {
  /** Text messages: from 07:00 to 22:00 (Decree 91/2020/ND-CP, art. 13). */
  static final Hours MESSAGE_HOURS = new Hours(LocalTime.of(7, 0), LocalTime.of(22, 0));

  /** Calls: from 08:00 to 17:00 (Decree 91/2020/ND-CP, art. 13). */
  static final Hours CALL_HOURS = new Hours(LocalTime.of(8, 0), LocalTime.of(17, 0));

  /** The defaults: 3 text messages, 3 e-mails, 1 call a day; 7 contacts a week. */
  public static final ContactLimits DEFAULTS =
      new ContactLimits(
          3, 3, 1, new RollingWindow(7, Duration.ofDays(7)), ZoneId.of("Asia/Ho_Chi_Minh"));

  static RollingWindow daily(int most) {
    return new RollingWindow(most, Duration.ofHours(24));
  }
}
