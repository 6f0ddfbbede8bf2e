package org.masterplan.gateway.issuer;

import java.util.List;
import java.util.Optional;

/** Everybody who may sign in. */
public interface Users {

  /** The user of that id. */
  Optional<User> find(String id);

  /** All of them, by id. */
  List<User> list();

  /** Adds the user, or replaces the one of the same id. */
  void put(User user);
}
