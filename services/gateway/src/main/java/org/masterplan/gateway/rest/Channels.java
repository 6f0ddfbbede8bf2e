package org.masterplan.gateway.rest;

import io.grpc.Channel;

/** Ways to the services. */
@FunctionalInterface
public interface Channels {

  /** The channel to a service by its name, for example {@code community-registry}. */
  Channel to(String service);
}
