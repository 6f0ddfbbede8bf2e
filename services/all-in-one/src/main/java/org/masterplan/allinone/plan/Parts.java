package org.masterplan.allinone.plan;

import java.util.List;
import org.masterplan.abandonment.AbandonmentApplication;
import org.masterplan.gateway.GatewayApplication;
import org.masterplan.governance.GovernanceApplication;
import org.masterplan.listening.ListeningApplication;
import org.masterplan.profiles.CustomerProfilesApplication;
import org.masterplan.registry.RegistryApplication;

/** The services that make up a plan. */
final class Parts {
  /** REST, sign-in and the console; it offers no gRPC. */
  static final Part GATEWAY = new Part("gateway", GatewayApplication.class);

  /** The services behind it, in the order of their gRPC ports. */
  static final List<Part> SERVICES =
      List.of(
          new Part("community-registry", RegistryApplication.class),
          new Part("customer-profiles", CustomerProfilesApplication.class),
          new Part("message-governance", GovernanceApplication.class),
          new Part("abandonment-detection", AbandonmentApplication.class),
          new Part("social-listening", ListeningApplication.class));

  private Parts() {}
}
