package org.masterplan.platform.call;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Accepts people's tokens and services' tokens, each by its own decoder. The algorithm chooses the
 * decoder, and each decoder accepts only its own, so a public key can never pass as a secret.
 */
public final class TwoIssuers implements JwtDecoder {
  private final JwtDecoder people;
  private final JwtDecoder services;

  public TwoIssuers(JwtDecoder people, ServiceIdentity identity) {
    this.people = people;
    this.services = identity.decoder();
  }

  @Override
  public Jwt decode(String token) {
    return (isServiceToken(token) ? services : people).decode(token);
  }

  private static boolean isServiceToken(String token) {
    try {
      return SignedJWT.parse(token).getHeader().getAlgorithm().equals(JWSAlgorithm.HS256);
    } catch (ParseException e) {
      throw new BadJwtException("not a signed token", e);
    }
  }
}
