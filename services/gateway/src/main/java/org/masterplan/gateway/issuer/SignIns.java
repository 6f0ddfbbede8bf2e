package org.masterplan.gateway.issuer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lets people in by password, and slows down who guesses. */
public final class SignIns {
  /** How long an id is shut after too many wrong passwords. */
  public static final Duration PAUSE = Duration.ofMinutes(5);

  private static final int TRIES = 5;
  private static final int REMEMBERED = 10_000;

  private final Users users;
  private final Passwords passwords;
  private final Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  public SignIns(Users users, Passwords passwords, Clock clock) {
    this.users = users;
    this.passwords = passwords;
    this.clock = clock;
  }

  private record Failures(int count, Instant last) {}

  /** The user, if the password is theirs; nothing says which of the two was wrong. */
  public Optional<User> tryPassword(String id, String password) {
    if (!begin(id)) {
      return Optional.empty();
    }
    var user = users.find(id).filter(u -> !u.disabled());
    var right = passwords.matches(password, user.map(User::password).orElse(""));
    if (right) {
      forget(id);
    }
    return right ? user : Optional.empty();
  }

  /** Whether too many wrong passwords were given for that id; it opens again by itself. */
  public synchronized boolean paused(String id) {
    var known = failures.get(id);
    return known != null
        && known.count() >= TRIES
        && known.last().plus(PAUSE).isAfter(clock.instant());
  }

  /**
   * Counts a try before its password is looked at, so that many at once are not more than one after
   * another; whether it may be made.
   */
  private synchronized boolean begin(String id) {
    if (paused(id)) {
      return false;
    }
    var now = clock.instant();
    var known = failures.getOrDefault(id, new Failures(0, now));
    var before = known.last().plus(PAUSE).isBefore(now) ? 0 : known.count();
    failures.put(id, new Failures(before + 1, now));
    return true;
  }

  private synchronized void forget(String id) {
    failures.remove(id);
  }
}
