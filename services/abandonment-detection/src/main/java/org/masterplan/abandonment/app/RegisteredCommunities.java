package org.masterplan.abandonment.app;

import java.util.List;
import java.util.Optional;
import org.masterplan.abandonment.domain.Registered;

/** The register's communities, as they were last heard of. */
public interface RegisteredCommunities {
  /** Keeps the state; idempotent. */
  void put(Registered community);

  Optional<Registered> find(String community);

  /** All of them, by id. */
  List<Registered> all();
}
