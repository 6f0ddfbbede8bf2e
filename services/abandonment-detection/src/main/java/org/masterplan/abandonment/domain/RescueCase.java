package org.masterplan.abandonment.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.refusal.WrongState;

/**
 * One attempt to bring a ghost ship home. Immutable: every change is a new revision.
 *
 * @param id last segment of its name
 * @param standing where it stands
 * @param ship what it was opened for
 * @param due until when something must have been done
 * @param notes what was found or tried, oldest first
 */
public record RescueCase(
    String id,
    Standing standing,
    Ship ship,
    Instant opened,
    LocalDate due,
    List<Note> notes,
    long revision) {

  /** Where a case stands; each carries only what it knows. */
  public sealed interface Standing {
    /** Nobody has taken it. */
    record Open() implements Standing {}

    /** Somebody works on it. */
    record InProgress(String assignee) implements Standing {}

    /** Done. */
    record Closed(String assignee, Outcome outcome, String done, Instant at) implements Standing {}
  }

  /** What was done. */
  public enum Outcome {
    REVIVED,
    HANDED_OVER,
    MERGED,
    FAREWELL,
    FALSE_ALARM
  }

  /**
   * The ghost ship as it was when the case opened.
   *
   * @param lastOwner {@code employees/{employee}}, empty if unknown
   */
  public record Ship(
      String community,
      String businessUnit,
      String lastOwner,
      @Nullable Aboard aboard,
      List<Reason> reasons) {
    public Ship {
      reasons = List.copyOf(reasons);
    }
  }

  /** A line in the case's log. */
  public record Note(String author, Instant time, String text) {}

  public RescueCase {
    notes = List.copyOf(notes);
  }

  public static RescueCase open(String id, Ship ship, Instant now, LocalDate due) {
    return new RescueCase(id, new Standing.Open(), ship, now, due, List.of(), 1);
  }

  public String name() {
    return "rescueCases/" + id;
  }

  public boolean isClosed() {
    return standing instanceof Standing.Closed;
  }

  /** {@code employees/{employee}}, empty while nobody has taken it. */
  public String assignee() {
    return switch (standing) {
      case Standing.Open() -> "";
      case Standing.InProgress(var assignee) -> assignee;
      case Standing.Closed closed -> closed.assignee();
    };
  }

  /** Somebody takes the case; taking it over from somebody else is allowed. */
  public RescueCase start(String assignee) {
    mustBeOpen();
    return with(new Standing.InProgress(assignee), notes);
  }

  public RescueCase note(Note note) {
    mustBeOpen();
    var more = new ArrayList<>(notes);
    more.add(note);
    return with(standing, more);
  }

  public RescueCase close(Outcome outcome, String done, Instant now) {
    mustBeOpen();
    return with(new Standing.Closed(assignee(), outcome, done, now), notes);
  }

  private void mustBeOpen() {
    if (isClosed()) {
      throw new WrongState("CASE_CLOSED", Map.of("name", name()));
    }
  }

  private RescueCase with(Standing next, List<Note> log) {
    return new RescueCase(id, next, ship, opened, due, log, revision + 1);
  }
}
