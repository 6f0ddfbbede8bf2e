package org.masterplan.gateway.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.function.Supplier;

/** Gives out tokens that say who somebody is and what they may do. */
public final class Issuer {
  /** The {@code iss} claim of every token given out here. */
  public static final String NAME = "masterplan";

  /** The claim that says when its holder signed in (OpenID Connect Core, section 2). */
  public static final String SIGNED_IN = "auth_time";

  private final Keys keys;
  private final Clock clock;
  private final Duration lifetime;
  private final Supplier<String> ids;

  public Issuer(Keys keys, Clock clock, Duration lifetime, Supplier<String> ids) {
    this.keys = keys;
    this.clock = clock;
    this.lifetime = lifetime;
    this.ids = ids;
  }

  /**
   * A token.
   *
   * @param value as it is sent
   * @param expires from when it is refused
   */
  public record Token(String value, Instant expires) {}

  /** A token for a user who signs in now. */
  public Token issue(User user) {
    return issue(user, clock.instant());
  }

  /** A further token for a user who signed in then. */
  public Token issue(User user, Instant signedIn) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(NAME)
            .subject(user.id())
            .jwtID(ids.get())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime)))
            .claim(SIGNED_IN, signedIn.getEpochSecond())
            .claim("name", user.name())
            .claim("roles", user.roles().stream().sorted().toList())
            .claim("units", user.units().stream().sorted().toList())
            .build();
    return new Token(sign(claims), now.plus(lifetime));
  }

  private String sign(JWTClaimsSet claims) {
    var key = keys.current();
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("the token could not be signed", e);
    }
  }
}
