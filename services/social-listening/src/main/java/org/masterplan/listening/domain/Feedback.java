package org.masterplan.listening.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody holds against us, thinks through for us or proposes (capability 70). Which of these
 * it is, whoever brought it says.
 */
public record Feedback(String id, Said said, Author author, long revision) implements Resource {

  /** What it is. */
  public enum Type {
    CRITICISM,
    ANALYSIS,
    SUGGESTION
  }

  /** What its author is to the company. */
  public enum Standing {
    /** It has no author, nobody has looked, or no profile has the handle. */
    UNKNOWN_AUTHOR,
    /** A profile of which no order is known. */
    POTENTIAL_CUSTOMER,
    /** A profile of which an order is known. */
    CURRENT_CUSTOMER
  }

  /**
   * What was said.
   *
   * @param community {@code communities/{community}}, empty if said in none
   * @param productLine {@code productLines/{line}}, empty if about none
   */
  public record Said(Type type, String text, String community, String productLine, Instant time) {}

  /**
   * Who said it.
   *
   * @param handle key of the handle, {@code platform:handle}; empty if nobody knows
   * @param profile {@code profiles/{profile}}; empty unless it was looked up and is known
   */
  public record Author(String handle, String profile, Standing standing) {
    /** Nobody is known. */
    public static final Author NOBODY = new Author("", "", Standing.UNKNOWN_AUTHOR);

    /** Somebody whom nobody has looked up. */
    public static Author of(String handle) {
      return new Author(handle, "", Standing.UNKNOWN_AUTHOR);
    }

    /** Where the handle is one; empty without. */
    public String platform() {
      return handle.substring(0, Math.max(0, handle.indexOf(':')));
    }

    /** What the person's data is asked for by. */
    List<String> keys() {
      return Stream.of(handle, profile).filter(key -> !key.isEmpty()).toList();
    }
  }

  public String name() {
    return "feedback/" + id;
  }

  /** By what its author's data is asked for; nothing if nobody is known. */
  public List<String> authorKeys() {
    return author.keys();
  }

  /** The same, with an author of whom that is known. */
  public Feedback by(Author known) {
    return new Feedback(id, said, known, revision + 1);
  }

  /** The same, its author's handle written in another way. */
  public Feedback byHandle(String handle) {
    return by(new Author(handle, author.profile(), author.standing()));
  }

  /** The same, filed under another profile. */
  public Feedback movedTo(String profile) {
    return by(new Author(author.handle(), profile, author.standing()));
  }
}
