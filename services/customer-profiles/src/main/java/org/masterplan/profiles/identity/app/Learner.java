package org.masterplan.profiles.identity.app;

import java.util.List;
import org.masterplan.profiles.identity.domain.Constraints;
import org.masterplan.profiles.identity.domain.LongSet;

/**
 * What a matching that learns can be asked beside its work: nothing that stands is changed. May be
 * called while it matches.
 */
public interface Learner {
  /** What these records teach, under that number. */
  KeptModel learn(LongSet records, long number);

  /** What that model says of fields. */
  Weights weights(KeptModel model);

  /** The persons that these records would be if that model were in force. */
  List<LongSet> persons(KeptModel model, LongSet records, Constraints constraints);
}
