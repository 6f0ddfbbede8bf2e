package org.masterplan.profiles.source.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.kernel.text.Texts;

/**
 * One customer database that the plan takes in. Immutable: every change is a new revision.
 *
 * @param description what its keepers say about it
 * @param mapping which column is what
 * @param holdings what the plan holds of it
 */
public record Source(
    ResourceName name,
    Description description,
    Mapping mapping,
    SourceState state,
    Holdings holdings,
    Instant createdAt,
    Instant updatedAt,
    long revision) {
  static final int MAX_TITLE = 120;

  /**
   * What its keepers say about a source.
   *
   * @param collectedFrom first day of collection, yyyy-MM-dd or empty
   * @param collectedUntil last day of collection, yyyy-MM-dd or empty
   * @param trust 0-100; where sources disagree the higher wins
   */
  public record Description(
      String title,
      String businessUnit,
      String owner,
      List<String> purposes,
      String legalBasis,
      String collectedFrom,
      String collectedUntil,
      int trust) {
    public Description {
      purposes = List.copyOf(purposes);
    }
  }

  /**
   * What the plan holds of a source.
   *
   * @param records how many records
   * @param rejected how many rows are kept as rejected
   * @param quality how complete each field is
   * @param loadedAt when the last load ended
   */
  public record Holdings(
      long records, long rejected, Map<String, FieldCount> quality, Optional<Instant> loadedAt) {
    public static final Holdings NONE = new Holdings(0, 0, Map.of(), Optional.empty());

    public Holdings {
      quality = Map.copyOf(quality);
    }
  }

  public Source {
    int length = Texts.length(description.title());
    if (length < 1 || length > MAX_TITLE) {
      throw InvalidFields.of(
          "source.title",
          "TEXT_LENGTH",
          Map.of(
              "field",
              "source.title",
              "length",
              Integer.toString(length),
              "min",
              "1",
              "max",
              Integer.toString(MAX_TITLE)));
    }
  }

  /** A source that is known and not yet loaded. */
  public static Source register(
      ResourceName name, Description description, Mapping mapping, Instant now) {
    return new Source(
        name, description, mapping, SourceState.REGISTERED, Holdings.NONE, now, now, 1);
  }

  public Source describe(Description next, Instant now) {
    return new Source(name, next, mapping, state, holdings, createdAt, now, revision + 1);
  }

  /** Describes and maps it, as one change. */
  public Source update(Description next, Mapping mapped, Instant now) {
    return new Source(name, next, mapped, state, holdings, createdAt, now, revision + 1);
  }

  public Source map(Mapping next, Instant now) {
    return new Source(name, description, next, state, holdings, createdAt, now, revision + 1);
  }

  /** Throws {@link WrongState} once the source is retired. */
  public void requireLoadable() {
    if (state == SourceState.RETIRED) {
      throw new WrongState("SOURCE_RETIRED", Map.of("name", name.toString()));
    }
  }

  /** Takes in what a load has left the source with. */
  public Source loaded(Holdings next, Instant now) {
    var then = state == SourceState.REGISTERED ? SourceState.LOADED : state;
    return new Source(name, description, mapping, then, next, createdAt, now, revision + 1);
  }

  /** The old database is replaced by the plan. */
  public Source retire(Instant now) {
    requireLoadable();
    return new Source(
        name, description, mapping, SourceState.RETIRED, holdings, createdAt, now, revision + 1);
  }
}
