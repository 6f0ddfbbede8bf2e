package org.masterplan.platform.call;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** How people's tokens are verified: RS256 by the issuer's published keys. */
public final class PeopleTokens {
  private PeopleTokens() {}

  /** The decoder for the issuer in the properties; refuses everything if there is none. */
  public static JwtDecoder decoder(SecurityProperties properties) {
    if (properties.jwksUri().isEmpty()) {
      return token -> {
        throw new BadJwtException("no issuer is configured (masterplan.security.jwks-uri)");
      };
    }
    var decoder = NimbusJwtDecoder.withJwkSetUri(properties.jwksUri()).build();
    if (!properties.issuer().isEmpty()) {
      decoder.setJwtValidator(
          new DelegatingOAuth2TokenValidator<>(
              JwtValidators.createDefault(), new JwtIssuerValidator(properties.issuer())));
    }
    return decoder;
  }
}
