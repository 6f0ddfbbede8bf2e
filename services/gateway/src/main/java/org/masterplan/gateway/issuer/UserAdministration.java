package org.masterplan.gateway.issuer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;

/** What {@code masterplan user} does. */
public final class UserAdministration {
  /** The roles that a person may have. */
  public static final Set<String> ROLES =
      Set.of("cmo", "business-unit", "data-team", "privacy-officer", "auditor", "administrator");

  private final Users users;
  private final Passwords passwords;

  public UserAdministration(Users users, Passwords passwords) {
    this.users = users;
    this.passwords = passwords;
  }

  /**
   * Whom to add.
   *
   * @param id 2-63 of a-z, 0-9, dot, hyphen and at
   */
  public record NewUser(
      String id, String name, Set<String> roles, Set<String> units, String password) {}

  /** Adds a user; refuses an id that is taken and a role that does not exist. */
  public User add(NewUser wanted) {
    mustBeId(wanted.id());
    if (users.find(wanted.id()).isPresent()) {
      throw AlreadyExists.named(wanted.id());
    }
    for (var role : wanted.roles()) {
      if (!ROLES.contains(role)) {
        var expected = String.join(", ", ROLES.stream().sorted().toList());
        throw InvalidFields.of("roles", "USER_ROLE", Map.of("value", role, "expected", expected));
      }
    }
    var hash = passwords.hash(wanted.password());
    var user = new User(wanted.id(), wanted.name(), wanted.roles(), wanted.units(), hash, false);
    users.put(user);
    return user;
  }

  /** Refuses what is no user id. */
  static void mustBeId(String id) {
    if (!id.matches("[a-z0-9][a-z0-9.@-]{1,62}")) {
      throw InvalidFields.of("id", "USER_ID", Map.of("value", id));
    }
  }

  /** Shuts a user out, at once and with every token they hold. */
  public void disable(String id) {
    users.put(users.find(id).orElseThrow(() -> NotFound.named(id)).disable());
  }

  /** Everybody, by id. */
  public List<User> list() {
    return users.list();
  }
}
