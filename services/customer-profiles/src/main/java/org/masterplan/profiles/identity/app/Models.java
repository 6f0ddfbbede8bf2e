package org.masterplan.profiles.identity.app;

import java.util.Optional;

/** Where the newest learned model is kept. Every implementation passes {@code ModelsContract}. */
public interface Models {
  /** The newest model of a higher number than this one; empty if there is none. */
  Optional<KeptModel> after(long number);

  /**
   * Keeps a model durably in the place of all before it; false, and nothing is changed, if its
   * number is taken or passed: somebody else has learned first.
   */
  boolean keep(KeptModel model);

  /**
   * Keeps a model aside under that name, in the place of an earlier one; nothing is weighed by it.
   */
  void setAside(String name, KeptModel model);

  /** What was kept aside under that name. */
  Optional<KeptModel> aside(String name);

  /** Forgets what was kept aside under that name. */
  void drop(String name);
}
