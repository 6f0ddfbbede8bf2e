package org.masterplan.gateway.web;

import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The person before the screen.
 *
 * @param subject id of the person
 * @param name how pages greet them
 * @param roles lower case with hyphens
 * @param units ids of their business units
 * @param token sent along with every call
 */
public record SignedIn(
    String subject, String name, Set<String> roles, Set<String> units, String token) {

  static SignedIn of(Jwt jwt) {
    var subject = String.valueOf(jwt.getSubject());
    var name = jwt.getClaimAsString("name");
    return new SignedIn(
        subject,
        name == null ? subject : name,
        Set.copyOf(list(jwt, "roles")),
        Set.copyOf(list(jwt, "units")),
        jwt.getTokenValue());
  }

  /** Whether they have that role. */
  public boolean is(String role) {
    return roles.contains(role);
  }

  private static List<String> list(Jwt jwt, String claim) {
    var values = jwt.getClaimAsStringList(claim);
    return values == null ? List.of() : values;
  }
}
