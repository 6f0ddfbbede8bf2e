package org.masterplan.profiles.privacy.app;

import java.util.List;
import org.masterplan.profiles.privacy.domain.OthersHandle;
import org.masterplan.profiles.privacy.domain.PersonKeys;
import org.masterplan.profiles.privacy.domain.Relocation;

/** Every service that may hold something about a person, this one included. */
public interface Holders {
  /** Their names. */
  List<String> services();

  /** Those of them that know persons by handles which stand in no record. */
  List<String> knowers();

  /**
   * Where a handle of the person of which nobody says the platform is somebody else's, as a knower
   * knows. Throws {@code Unavailable}.
   */
  List<OthersHandle> others(String service, PersonKeys person);

  /** Has a service forget the person; answers how many holdings. Throws {@code Unavailable}. */
  long erase(String service, PersonKeys person, String reason);

  /**
   * The services that follow a merge or a split by being told, in no order. Others follow by
   * themselves, or file nothing under profiles: telling them would do it twice.
   */
  List<String> followers();

  /**
   * Has a follower re-file what it holds. Repeatable. Throws {@code Unavailable} while the follower
   * is away, and another refusal if it will not: that is for this move to mend, not to wait for.
   */
  void move(String service, Relocation relocation);

  /** What a service holds, in the form of the answer. Throws {@code Unavailable}. */
  List<Holding> export(String service, PersonKeys person);

  /**
   * One thing that is held.
   *
   * @param resource its name
   * @param kind what kind of thing
   * @param values what is held, by field
   * @param since since when
   */
  record Holding(
      String resource,
      String kind,
      java.util.Map<String, Object> values,
      java.util.Optional<java.time.Instant> since) {

    private static final String MEMBERSHIP = "membership";

    /** The handle of a membership, {@code platform:handle}; empty if it says none. */
    public java.util.Optional<String> handle() {
      var platform = String.valueOf(values.getOrDefault("platform", ""));
      var handle = String.valueOf(values.getOrDefault("handle", ""));
      return !kind.equals(MEMBERSHIP) || platform.isEmpty() || handle.isEmpty()
          ? java.util.Optional.empty()
          : java.util.Optional.of(platform + ":" + handle);
    }
  }
}
