package org.masterplan.governance.contact.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's no.
 *
 * @param channel null means every channel
 * @param messageClass null means every class but what is owed
 * @param reason where it came from, a lower-case word
 */
public record Suppression(
    @Nullable Channel channel, @Nullable MessageClass messageClass, String reason, Instant since) {

  private static final String REGISTER = "do-not-call-register";

  /** Whether a contact of that kind is not wanted. */
  public boolean covers(Channel wanted, MessageClass wantedClass) {
    var classCovered = messageClass == null ? !wantedClass.owed() : messageClass == wantedClass;
    return classCovered && (channel == null || channel == wanted) && wanted.personal();
  }

  /** Whether it says the same, whenever it was said. */
  boolean repeats(Suppression other) {
    return channel == other.channel
        && messageClass == other.messageClass
        && isOfTheRegister() == other.isOfTheRegister();
  }

  /** It is the law's, not the person's word: no consent takes it back. */
  public boolean isOfTheRegister() {
    return reason.equals(REGISTER);
  }

  /** Whether a new consent, null meaning any, takes it back. */
  public boolean liftedBy(@Nullable Channel consented, @Nullable MessageClass consentedClass) {
    return !isOfTheRegister()
        && (consented == null || channel == consented)
        && (consentedClass == null || messageClass == consentedClass);
  }
}
