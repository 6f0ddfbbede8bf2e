package org.masterplan.gateway.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.masterplan.gateway.issuer.Issuer;
import org.masterplan.gateway.issuer.Keys;
import org.masterplan.gateway.issuer.User;
import org.masterplan.gateway.issuer.Users;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Keeps people signed in: a session lasts hours, but a token only minutes, because a service that
 * is called directly does not know who was disabled since. Whoever holds a session's cookie is
 * given a new token when the old one is half over, or over, unless they were shut out.
 */
public final class Sessions {
  private final JwtDecoder decoder;
  private final Function<String, Optional<User>> people;
  private final Issuer issuer;
  private final Length length;

  /** How long a session lasts. */
  public record Length(Duration lasts, Clock clock) {}

  /** A new token, and how long the session that it belongs to still lasts. */
  public record Renewed(Issuer.Token token, Duration left) {}

  /** {@code people} finds whoever may sign in, by id. */
  public Sessions(
      Function<String, Optional<User>> people, Issuer issuer, JwtDecoder decoder, Length length) {
    this.people = people;
    this.issuer = issuer;
    this.decoder = decoder;
    this.length = length;
  }

  /** How sessions verify tokens: also those that are over. */
  public static JwtDecoder decoder(Keys keys, Users users) {
    return TokenDecoders.perhapsOver(keys, users);
  }

  /** A new token in place of a session's; empty if there is no need, or no right to one. */
  Optional<Renewed> renew(String token) {
    try {
      var jwt = decoder.decode(token);
      var left = left(jwt);
      return left.isPositive() && isHalfOver(jwt)
          ? people
              .apply(String.valueOf(jwt.getSubject()))
              .filter(user -> !user.disabled())
              .map(user -> new Renewed(issuer.issue(user, signedIn(jwt)), left))
          : Optional.empty();
    } catch (JwtException _) {
      return Optional.empty();
    }
  }

  private boolean isHalfOver(Jwt jwt) {
    var from = jwt.getIssuedAt();
    var until = jwt.getExpiresAt();
    return from != null
        && until != null
        && !length
            .clock()
            .instant()
            .isBefore(from.plus(Duration.between(from, until).dividedBy(2)));
  }

  private Duration left(Jwt jwt) {
    return Duration.between(length.clock().instant(), signedIn(jwt).plus(length.lasts()));
  }

  /** A token that does not say when its holder signed in belongs to no session. */
  private static Instant signedIn(Jwt jwt) {
    var claimed = jwt.getClaimAsInstant(Issuer.SIGNED_IN);
    return claimed == null ? Instant.EPOCH : claimed;
  }
}
