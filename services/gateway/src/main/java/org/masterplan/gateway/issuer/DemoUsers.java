package org.masterplan.gateway.issuer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who signs in to the demonstration, without a password. Never offered outside it. */
public final class DemoUsers {
  private final List<User> users;

  /**
   * The users of the demonstration.
   *
   * @param unit business unit that {@code unit} acts for
   * @param other business unit that {@code unit-b} acts for
   */
  public DemoUsers(String unit, String other) {
    this.users =
        List.of(
            user("cmo", "Mai Võ", "cmo"),
            user("cmo-2", "Khánh Trịnh", "cmo"),
            user("unit", "Lan Phạm", "business-unit", unit),
            user("unit-b", "Quân Lê", "business-unit", other),
            user("data", "Hà Nguyễn", "data-team"),
            user("privacy", "Tú Đỗ", "privacy-officer"),
            user("auditor", "Minh Trần", "auditor"),
            user("admin", "Sơn Bùi", "administrator"));
  }

  /** All of them. */
  public List<User> list() {
    return users;
  }

  /** The one of that id. */
  public Optional<User> find(String id) {
    return users.stream().filter(user -> user.id().equals(id)).findFirst();
  }

  private static User user(String id, String name, String role, String... units) {
    return new User(id, name, Set.of(role), Set.of(units), "", false);
  }
}
