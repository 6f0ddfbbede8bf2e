package org.masterplan.platform.call;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Turns a token into an actor. Claims: {@code sub}, {@code roles}, {@code units}. */
public final class Tokens {
  private final JwtDecoder decoder;

  public Tokens(JwtDecoder decoder) {
    this.decoder = decoder;
  }

  /** The token's actor, or null if the token does not verify. */
  public @Nullable Actor actor(String token, String purpose) {
    try {
      var jwt = decoder.decode(token);
      var subject = jwt.getSubject();
      return subject == null
          ? null
          : new Actor(subject, roles(jwt), Set.copyOf(claim(jwt, "units")), purpose);
    } catch (JwtException _) {
      return null;
    }
  }

  private static Set<Role> roles(Jwt jwt) {
    var roles = EnumSet.noneOf(Role.class);
    for (var name : claim(jwt, "roles")) {
      for (var role : Role.values()) {
        if (role.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_'))) {
          roles.add(role);
        }
      }
    }
    return roles;
  }

  private static List<String> claim(Jwt jwt, String name) {
    var values = jwt.getClaimAsStringList(name);
    return values == null ? List.of() : values;
  }
}
