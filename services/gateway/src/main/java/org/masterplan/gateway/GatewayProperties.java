package org.masterplan.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set at the gateway; every key is commented in {@code gateway.yml}.
 *
 * @param folder where keys and users are kept
 * @param demo whether the demonstration users may sign in, and people are labelled synthetic
 * @param hosts names, besides loopback, that the server answers under
 * @param publicAddress by which people reach it, for links that are printed; empty: loopback
 * @param zone in which times are shown
 * @param tokenLifetime how long a token is good for: as long as a disabled user still reaches a
 *     service that is called without the gateway
 * @param sessionLifetime how long somebody stays signed in; tokens are renewed meanwhile
 * @param patience how long a stream may stand still
 * @param demoUnits the business units of the users {@code unit} and {@code unit-b}
 * @param progressFile what a loader writes its progress to; empty: none
 * @param oidc the company's own issuer; without it, the built-in one
 */
@ConfigurationProperties("masterplan.gateway")
public record GatewayProperties(
    @DefaultValue("data/plan/gateway") Path folder,
    @DefaultValue("false") boolean demo,
    @DefaultValue List<String> hosts,
    @DefaultValue("") String publicAddress,
    @DefaultValue("Asia/Ho_Chi_Minh") ZoneId zone,
    @DefaultValue("15m") Duration tokenLifetime,
    @DefaultValue("8h") Duration sessionLifetime,
    @DefaultValue("60s") Duration patience,
    @DefaultValue({"sua", "do-uong"}) List<String> demoUnits,
    @DefaultValue("") String progressFile,
    @DefaultValue Oidc oidc) {

  /**
   * The company's own issuer.
   *
   * @param jwksUri where its public keys are; empty: the built-in issuer
   * @param issuer the {@code iss} claim of its tokens
   */
  public record Oidc(@DefaultValue("") String jwksUri, @DefaultValue("") String issuer) {

    /** Whether tokens are given out here. */
    boolean isBuiltIn() {
      return jwksUri.isEmpty();
    }

    /** How it is called; empty for the built-in one. */
    String named() {
      if (isBuiltIn()) {
        return "";
      }
      return issuer.isEmpty() ? jwksUri : issuer;
    }
  }
}
