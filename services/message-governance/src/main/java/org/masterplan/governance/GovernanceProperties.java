package org.masterplan.governance;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.masterplan.governance.contact.domain.ContactLimits;
import org.masterplan.governance.contact.domain.RollingWindow;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of the rules and of the ledger.
 *
 * @param smsPerDay advertising text messages per phone number in any 24 hours
 * @param emailsPerDay advertising e-mails per address in any 24 hours
 * @param callsPerDay advertising calls per phone number in any 24 hours
 * @param attention contacts per profile in any {@code attentionWindow}, of any unit and channel
 * @param attentionWindow the stretch that {@code attention} is for
 * @param hold how long after its time a reserved contact waits for its confirmation
 * @param keyFile the installation's secret, by which is drawn who is held out of a message; made
 *     where there is none
 * @param sweep how often interrupted work on contacts is taken up again
 */
@ConfigurationProperties("masterplan.governance")
public record GovernanceProperties(
    @DefaultValue("3") int smsPerDay,
    @DefaultValue("3") int emailsPerDay,
    @DefaultValue("1") int callsPerDay,
    @DefaultValue("7") int attention,
    @DefaultValue("7d") Duration attentionWindow,
    @DefaultValue("24h") Duration hold,
    @DefaultValue("1m") Duration sweep,
    Path keyFile) {
  ContactLimits limits(ZoneId zone) {
    var budget = new RollingWindow(attention, attentionWindow);
    return new ContactLimits(smsPerDay, emailsPerDay, callsPerDay, budget, zone);
  }
}
