package org.masterplan.gateway.web;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import org.masterplan.gateway.issuer.Issuer;
import org.masterplan.gateway.issuer.Keys;
import org.masterplan.gateway.issuer.User;
import org.masterplan.gateway.issuer.Users;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** How tokens are verified, whoever gave them out. */
public final class TokenDecoders {
  private TokenDecoders() {}

  /** Verifies tokens of the built-in issuer; refuses those of users that were shut out. */
  public static JwtDecoder builtIn(Keys keys, Users users) {
    var decoder = ofKeys(keys);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefault(), new JwtIssuerValidator(Issuer.NAME), notShutOut(users)));
    return decoder;
  }

  /** Verifies who gave a token out, and to whom; not whether it is over. */
  static JwtDecoder perhapsOver(Keys keys, Users users) {
    var decoder = ofKeys(keys);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtIssuerValidator(Issuer.NAME), notShutOut(users)));
    return decoder;
  }

  private static NimbusJwtDecoder ofKeys(Keys keys) {
    JWKSource<SecurityContext> source = (selector, context) -> selector.select(keys.published());
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, source));
    // Expiry is judged by the validators below.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    return new NimbusJwtDecoder(processor);
  }

  /** Verifies tokens of the company's issuer. */
  public static JwtDecoder of(String jwksUri, String issuer) {
    var decoder = NimbusJwtDecoder.withJwkSetUri(jwksUri).build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefault(), new JwtIssuerValidator(issuer)));
    return decoder;
  }

  private static OAuth2TokenValidator<Jwt> notShutOut(Users users) {
    var shutOut = new OAuth2Error("invalid_token", "the user is disabled", null);
    return jwt ->
        users.find(String.valueOf(jwt.getSubject())).filter(User::disabled).isPresent()
            ? OAuth2TokenValidatorResult.failure(shutOut)
            : OAuth2TokenValidatorResult.success();
  }
}
