package org.masterplan.profiles.source.domain;

import org.masterplan.kernel.ResourceName;

/**
 * One load of one source. What it has done is stored before its progress says so, and doing it
 * again changes nothing: that is what makes a load resumable.
 *
 * @param id of the operation
 * @param body name of the stored body, which no other load has; empty: the source's rejected rows
 *     are replayed, or rows pushed
 * @param contentType of the body
 * @param actor who started it
 * @param whole how all rows of the database are read that it brings; empty if it brings some alone
 */
public record Load(
    String id, ResourceName source, String body, String contentType, String actor, String whole) {
  private static final String PUSHED = "push-";

  /**
   * How far a load is.
   *
   * @param read rows read
   * @param imported rows that made a new record
   * @param updated rows that made a new version
   * @param unchanged rows that said what was known
   * @param rejected rows kept as rejected
   * @param bytes of the body worked through
   */
  public record Progress(
      long read, long imported, long updated, long unchanged, long rejected, long bytes) {
    public static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0);

    /** Rows taken. */
    public long accepted() {
      return imported + updated + unchanged;
    }

    /** Adds a batch. */
    public Progress plus(Batch batch, long worked) {
      return new Progress(
          read + batch.read(),
          imported + batch.imported(),
          updated + batch.updated(),
          unchanged + batch.unchanged(),
          rejected + batch.rejected(),
          worked);
    }
  }

  /** What a batch of rows has come to. */
  public record Batch(long read, long imported, long updated, long unchanged, long rejected) {}

  /** What a row that was taken has come to. */
  public enum Fate {
    IMPORTED,
    UPDATED,
    UNCHANGED
  }

  /** One that is no file: rows that a program has pushed. The same rows have the same id. */
  public static Load pushed(String id, ResourceName source, String actor) {
    return new Load(PUSHED + id, source, "", "", actor, "");
  }

  /** Whether a load of that id was a push. */
  public static boolean isPush(String id) {
    return id.startsWith(PUSHED);
  }

  public boolean replay() {
    return body.isEmpty();
  }

  /** The same, which brings all rows of the database, to be read in that way. */
  public Load whole(String reading) {
    return new Load(id, source, body, contentType, actor, reading);
  }

  /**
   * The same, of which rows were read by that; by another mapping than it is whole for it is not.
   */
  public Load readBy(Mapping mapping) {
    return whole.equals(mapping.reading()) ? this : whole("");
  }

  /** The same under another load's id. */
  public Load named(String other) {
    return new Load(other, source, body, contentType, actor, whole);
  }
}
