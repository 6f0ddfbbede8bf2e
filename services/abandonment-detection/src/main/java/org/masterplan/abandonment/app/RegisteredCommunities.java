package org.masterplan.abandonment.app;

import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.masterplan.abandonment.domain.Registered;

/** The register's communities, as they were last heard of. */
public interface RegisteredCommunities {
  /** A community as the register had it at that revision. */
  record Seen(Registered community, long revision) {}

  /** Keeps the state; idempotent. */
  void put(Seen seen);

  Optional<Registered> find(String community);

  /** All of them, by id. */
  List<Registered> all();

  /**
   * Tells each community's id and the revision at which it is kept, to compare with the register;
   * revision 0 for one whose state is not as it was put.
   */
  void eachRevision(ObjLongConsumer<String> reader);
}
