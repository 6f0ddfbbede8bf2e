package org.masterplan.registry.member.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.masterplan.kernel.ResourceName;

/**
 * Somebody who takes part in a community, or did.
 *
 * @param name {@code communities/{community}/members/{member}}; the same for the same community and
 *     key, so that two imports of one list are one
 * @param profile {@code profiles/{profile}}, empty while nobody knows whose the keys are
 * @param joined when the member joined, if known
 * @param left when the member left
 */
public record Member(
    ResourceName name,
    Participation state,
    Keys keys,
    String profile,
    Optional<Instant> joined,
    Optional<Instant> left) {
  private static final String MEMBERS = "/members";
  private static final int ID_BYTES = 16;

  /** What a list says of a member; their profile is yet to be asked for. */
  public static Member listed(
      String community, Keys keys, Optional<Instant> joined, Optional<Instant> left) {
    var name = new ResourceName(community + MEMBERS, id(community, keys));
    var state = left.isPresent() ? Participation.LEFT : Participation.JOINED;
    return new Member(name, state, keys, "", joined, left);
  }

  /** {@code communities/{community}}. */
  public String community() {
    var collection = name.collection();
    return collection.substring(0, collection.length() - MEMBERS.length());
  }

  public boolean isKnown() {
    return !profile.isEmpty();
  }

  /**
   * What is known after another list, whatever the order in which lists come: only somebody who
   * joined after they left has come back.
   */
  public Member after(Member before) {
    var both = keys.over(before.keys);
    var since = joined.or(before::joined);
    if (state == Participation.LEFT) {
      return new Member(before.name, state, both, before.profile, since, left);
    }
    boolean back = before.left.isEmpty() || joined.filter(before.left.get()::isBefore).isPresent();
    return back
        ? new Member(before.name, inside(before), both, before.profile, since, Optional.empty())
        : new Member(before.name, Participation.LEFT, both, before.profile, since, before.left);
  }

  /** The same member, taking part in another way. */
  public Member in(Participation next) {
    return new Member(name, next, keys, profile, joined, left);
  }

  /** The same member, known to be that person. */
  public Member known(String as) {
    return new Member(name, state, keys, as, joined, left);
  }

  private static Participation inside(Member before) {
    return before.state == Participation.WAITING ? Participation.WAITING : Participation.JOINED;
  }

  /** Opaque, because a key is personal. */
  private static String id(String community, Keys keys) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var named = community + "\n" + keys.tokens().getFirst();
      var hash = digest.digest(named.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
