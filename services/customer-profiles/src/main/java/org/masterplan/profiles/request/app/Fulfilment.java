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

  /** The services that have still to confirm it. */
  List<String> waiting(PrivacyRequest request);
}
