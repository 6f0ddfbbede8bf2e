package org.masterplan.registry.community.app;

import java.util.Optional;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.resource.app.Resources;
import org.masterplan.registry.resource.app.Versioned;

/** Where communities are kept. Every implementation passes {@code CommunitiesContract}. */
public interface Communities extends Resources<Community> {
  /** The community at that address, archived ones included; the oldest if several. */
  Optional<Versioned<Community>> findByLink(String link);
}
