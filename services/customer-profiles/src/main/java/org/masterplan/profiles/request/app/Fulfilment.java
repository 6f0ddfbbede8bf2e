package org.masterplan.profiles.request.app;

import java.util.List;
import org.masterplan.profiles.request.domain.PrivacyRequest;

/** Carries out what was asked. */
public interface Fulfilment {
  /**
   * Starts it, or does it before this answers; answers the operation that carries it out, {@code
   * operations/{operation}}, or an empty text if there is none. Asked again for the same request it
   * answers the same. Throws {@code Unavailable} if it cannot be done now.
   */
  String carryOut(PrivacyRequest request, String actor);

  /**
   * Whether something was begun for it that cannot be taken back, also by a call that broke off.
   */
  boolean isBegun(PrivacyRequest request);

  /** The services that have still to confirm it. */
  List<String> waiting(PrivacyRequest request);
}
