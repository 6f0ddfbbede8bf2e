package org.masterplan.profiles.privacy.app;

import java.util.List;
import org.masterplan.profiles.privacy.domain.Standstill;

/**
 * How far each service was told of the journal, and what it would not hear. Every implementation
 * passes {@code ToldContract}.
 */
public interface Told {
  /** The number of the last decision that the service was told or that stands still; 0 if none. */
  long upTo(String service);

  /** Notes that everything up to that decision was told or stands still. Never goes back. */
  void upTo(String service, long decision);

  /** What stands still with the service, in the order of decisions and of shifts within each. */
  List<Standstill> standing(String service);

  /** How many {@link #standing} has. */
  long countStanding(String service);

  /** Keeps it, in the place of the one of the same service, decision and place. */
  void stand(Standstill move);

  /** It was told after all. Nothing happens if it does not stand. */
  void goOn(Standstill move);
}
