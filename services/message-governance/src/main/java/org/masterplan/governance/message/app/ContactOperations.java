package org.masterplan.governance.message.app;

import java.util.Locale;
import java.util.Optional;
import org.masterplan.governance.message.domain.Message;
import org.masterplan.governance.message.domain.Reach;

/** Which contacts are settled by a long-running operation, and how it is named. */
public final class ContactOperations {
  /** So many people's contacts are settled within a second or two, and so within the call. */
  private static final int SMALL = 500;

  private ContactOperations() {}

  /** Whether the contacts are few enough to be settled within the call. */
  public static boolean isSmall(Reach reach) {
    return reach.asked() <= SMALL;
  }

  /** Each change of a message's state settles its contacts once, and so is one operation. */
  public static String id(Message message) {
    return message.id() + "-" + message.state().name().toLowerCase(Locale.ROOT);
  }

  /** Resource name of the operation; empty if the contacts are settled within the call. */
  public static Optional<String> name(Message message, Reach reach) {
    return isSmall(reach) ? Optional.empty() : Optional.of("operations/governance-" + id(message));
  }
}
