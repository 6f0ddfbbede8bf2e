package org.masterplan.profiles.export.domain;

import java.time.Instant;
import java.util.Optional;
import org.masterplan.kernel.ResourceName;

/**
 * One file of profiles that left the plan. Immutable: every change is a new revision.
 *
 * @param count who was in it so far
 * @param endedAt when it ended, one way or the other
 */
public record ProfileExport(
    ResourceName name,
    Asked asked,
    State state,
    Count count,
    Instant createdAt,
    Optional<Instant> endedAt,
    long revision) {
  /** How the collection is called. */
  public static final String COLLECTION = "profileExports";

  /**
   * Who asked for what.
   *
   * @param purpose what for; empty if none was stated
   */
  public record Asked(
      String by, String purpose, Format format, boolean masked, Contents contents) {}

  /**
   * What the file tells of people.
   *
   * @param source the id of the only source that it is about; empty: of any
   */
  public record Contents(Kind kind, String source) {
    public static final Contents PROFILES = new Contents(Kind.PROFILES, "");
  }

  /** How people are in it. */
  public enum Kind {
    /** As what is known of them. */
    PROFILES,
    /** As the names of their records. */
    CROSSWALK,
    /** As what an old database is given back. */
    GIVE_BACK
  }

  /** What the file is. */
  public enum Format {
    CSV,
    JSONL,
    PARQUET
  }

  /** How far it came. */
  public enum State {
    /** Is being sent; or its service stopped while it was. */
    RUNNING,
    /** Was sent to its end. */
    COMPLETE,
    /** Broke off; what was sent has left. */
    BROKEN_OFF
  }

  /**
   * How many people are in it, how many of those asked for are not, and how many values are not.
   *
   * @param merged how many meant another person when their turn came
   * @param segmentsMissing whether the segments of some could not be read
   */
  public record Count(
      long people, long peopleLeftOut, long valuesLeftOut, long merged, boolean segmentsMissing) {
    public static final Count NONE = new Count(0, 0, 0, 0, false);

    /** Of so many people, with nothing left out. */
    public static Count of(long people) {
      return new Count(people, 0, 0, 0, false);
    }

    /** With one more person. */
    public Count given(int leftOut) {
      long values = valuesLeftOut + leftOut;
      return new Count(people + 1, peopleLeftOut, values, merged, segmentsMissing);
    }

    /** With one more person of whom nothing may be used. */
    public Count withheld(int leftOut) {
      long values = valuesLeftOut + leftOut;
      return new Count(people, peopleLeftOut + 1, values, merged, segmentsMissing);
    }

    /** With so many more who turned out to mean another person. */
    public Count merged(int more) {
      return new Count(people, peopleLeftOut, valuesLeftOut, merged + more, segmentsMissing);
    }

    /** Without the segments of some. */
    public Count withoutSegments() {
      return new Count(people, peopleLeftOut, valuesLeftOut, merged, true);
    }
  }

  /** One that begins. */
  public static ProfileExport begin(String id, Asked asked, Instant now) {
    var name = new ResourceName(COLLECTION, id);
    return new ProfileExport(name, asked, State.RUNNING, Count.NONE, now, Optional.empty(), 1);
  }

  /** It was sent to its end. */
  public ProfileExport complete(Count sent, Instant now) {
    return ended(State.COMPLETE, sent, now);
  }

  /** Its receiver went away, or something failed. */
  public ProfileExport breakOff(Count sent, Instant now) {
    return ended(State.BROKEN_OFF, sent, now);
  }

  private ProfileExport ended(State how, Count sent, Instant now) {
    return new ProfileExport(name, asked, how, sent, createdAt, Optional.of(now), revision + 1);
  }
}
