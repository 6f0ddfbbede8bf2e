package org.masterplan.platform.call;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens a service accepts.
 *
 * @param jwksUri where the issuer's public keys are; empty: no person can sign in
 * @param issuer the {@code iss} claim that people's tokens must carry; empty: any
 * @param serviceKeyFile the secret that the services of one installation share; empty: this process
 *     calls no other service
 */
@ConfigurationProperties("masterplan.security")
public record SecurityProperties(String jwksUri, String issuer, String serviceKeyFile) {
  public SecurityProperties {
    jwksUri = jwksUri == null ? "" : jwksUri;
    issuer = issuer == null ? "" : issuer;
    serviceKeyFile = serviceKeyFile == null ? "" : serviceKeyFile;
  }
}
