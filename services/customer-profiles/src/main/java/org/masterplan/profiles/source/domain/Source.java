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
 * @param replacement what is signed of its replacing
 * @param times when what happened of which more is to be known than that it did
 */
public record Source(
    ResourceName name,
    Description description,
    Mapping mapping,
    SourceState state,
    Holdings holdings,
    Replacement replacement,
    Instant createdAt,
    Instant updatedAt,
    Times times,
    long revision) {
  static final int MAX_TITLE = 120;

  /**
   * What its keepers say about a source.
   *
   * @param collectedFrom first day of collection, yyyy-MM-dd or empty
   * @param collectedUntil last day of collection, yyyy-MM-dd or empty
   * @param trust 0-100; where sources disagree the higher wins
   * @param keeping who keeps it, and for how long
   */
  public record Description(
      String title,
      String businessUnit,
      String owner,
      List<String> purposes,
      String legalBasis,
      String collectedFrom,
      String collectedUntil,
      int trust,
      Keeping keeping) {
    public Description {
      purposes = List.copyOf(purposes);
    }

    /** Whether its values count as far as by the other one, and for the same. */
    boolean weighsAs(Description other) {
      return trust == other.trust && purposes.equals(other.purposes);
    }

    /** Of which nobody has said who keeps it. */
    public Description(
        String title,
        String businessUnit,
        String owner,
        List<String> purposes,
        String legalBasis,
        String collectedFrom,
        String collectedUntil,
        int trust) {
      this(
          title,
          businessUnit,
          owner,
          purposes,
          legalBasis,
          collectedFrom,
          collectedUntil,
          trust,
          Keeping.NONE);
    }
  }

  /**
   * Who keeps a source, and for how long.
   *
   * @param steward {@code employees/{employee}}, who answers for its data; empty if nobody does
   * @param retentionDays after which its records are not needed; 0 if nobody has said so
   */
  public record Keeping(String steward, int retentionDays) {
    public static final Keeping NONE = new Keeping("", 0);
  }

  /**
   * What the plan holds of a source.
   *
   * @param records how many records
   * @param rejected how many rows are kept as rejected
   * @param quality how good each field is
   * @param loadedAt when it was counted after rows came in, of which those pushed are counted later
   * @param former what it was before the last load
   */
  public record Holdings(
      long records,
      long rejected,
      Map<String, FieldCount> quality,
      Optional<Instant> loadedAt,
      Former former) {
    public static final Holdings NONE = new Holdings(0, 0, Map.of(), Optional.empty());

    public Holdings {
      quality = Map.copyOf(quality);
    }

    /** Of which nobody knows what it was before. */
    public Holdings(
        long records, long rejected, Map<String, FieldCount> quality, Optional<Instant> loadedAt) {
      this(records, rejected, quality, loadedAt, Former.NONE);
    }

    /** How far the share of records that say a field has moved; none if there is no comparing. */
    public Optional<Double> drift(String field) {
      var now = quality.get(field);
      var then = former.quality().get(field);
      if (now == null || then == null || records == 0 || former.records() == 0) {
        return Optional.empty();
      }
      double share = (double) now.valid() / records;
      return Optional.of(share - (double) then.valid() / former.records());
    }

    /** The same, as of then. */
    public Holdings at(Instant moment) {
      return new Holdings(records, rejected, quality, Optional.of(moment), former);
    }

    private Holdings after(Former before) {
      return new Holdings(records, rejected, quality, loadedAt, before);
    }
  }

  /** What the plan held of a source before a load. */
  public record Former(long records, Map<String, FieldCount> quality) {
    public static final Former NONE = new Former(0, Map.of());

    public Former {
      quality = Map.copyOf(quality);
    }
  }

  /**
   * When what happened.
   *
   * @param weighed when it was last said otherwise how far its values count, or for what
   * @param whole since when nothing it holds can have been overlooked: the last reading of all its
   *     rows, or of all their ids, began then
   * @param some when rows last came that were not all there are
   */
  public record Times(Optional<Instant> weighed, Optional<Instant> whole, Optional<Instant> some) {
    public static final Times NONE =
        new Times(Optional.empty(), Optional.empty(), Optional.empty());

    Times weighed(Instant at) {
      return new Times(Optional.of(at), whole, some);
    }

    /** All its rows were read, or all their ids. */
    public Times readWhole(Instant began) {
      return new Times(weighed, Optional.of(began), some);
    }

    /** Rows were read that are not all there are. */
    public Times readSome(Instant at) {
      return new Times(weighed, whole, Optional.of(at));
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
    var state = mapping.confirmed() ? SourceState.MAPPED : SourceState.REGISTERED;
    var replacement = Replacement.NONE.into(now);
    return new Source(
        name, description, mapping, state, Holdings.NONE, replacement, now, now, Times.NONE, 1);
  }

  public Source describe(Description next, Instant now) {
    return update(next, mapping, now);
  }

  /** Describes and maps it, as one change. */
  public Source update(Description next, Mapping mapped, Instant now) {
    boolean first = state == SourceState.REGISTERED && mapped.confirmed();
    var then = first ? SourceState.MAPPED : state;
    return new Source(
        name,
        next,
        mapped,
        then,
        holdings,
        since(then, now),
        createdAt,
        now,
        description.weighsAs(next) ? times : times.weighed(now),
        revision + 1);
  }

  public Source map(Mapping next, Instant now) {
    return update(description, next, now);
  }

  /** Throws {@link WrongState} once nobody writes into the old database any more. */
  public void requireLoadable() {
    if (!state.isOpen()) {
      var reason = state == SourceState.RETIRED ? "SOURCE_RETIRED" : "SOURCE_READ_ONLY";
      throw new WrongState(reason, Map.of("name", name.toString()));
    }
  }

  /** Takes in what pushed rows have left the source with. */
  public Source loaded(Holdings next, Instant now) {
    return loaded(next, Optional.empty(), now);
  }

  /** Takes in what a load has left the source with; what was signed before it must be again. */
  public Source loaded(Holdings next, Optional<LoadTally> tally, Instant now) {
    boolean back = state.compareTo(SourceState.RECONCILED) <= 0;
    var then = back ? SourceState.LOADED : state;
    var after = since(then, now).loaded(tally, mapping);
    var before =
        tally.isPresent() ? new Former(holdings.records(), holdings.quality()) : holdings.former();
    return with(then, next.after(before), after, now);
  }

  /** Takes in what it holds, into which no rows came: what was signed of those holds. */
  public Source counted(Holdings next, Instant now) {
    var held = new Holdings(next.records, next.rejected, next.quality, holdings.loadedAt);
    var after = held.after(holdings.former);
    return after.equals(holdings) ? this : with(state, after, replacement, now);
  }

  /** The same revision, read at these times. */
  public Source read(Times when) {
    return new Source(
        name,
        description,
        mapping,
        state,
        holdings,
        replacement,
        createdAt,
        updatedAt,
        when,
        revision);
  }

  /** All that it still holds was noted as said again, by a reading that began then. */
  public Source compared(Instant began, Instant now) {
    return update(description, mapping, now).read(times.readWhole(began));
  }

  /**
   * Since when a record must not have been said to be one that the source holds no more, if it was
   * not said since {@code until}: where rows come that are not all there are, a silent record may
   * be there as before, until all were looked for. Empty where that says nothing. Once nobody
   * writes into the source its records are the plan's, and the plan keeps them no longer than their
   * keepers may: from when it came into its state.
   */
  public Optional<Instant> unsaidSince(Instant until) {
    if (!state.isOpen()) {
      return replacement.since().filter(since -> since.isBefore(until)).map(_ -> until);
    }
    return times.some().isEmpty()
        ? Optional.of(until)
        : times.whole().map(whole -> whole.isBefore(until) ? whole : until);
  }

  /** Whether it was said from then on that its values count otherwise, or for something else. */
  public boolean isWeighedOtherwise(Instant since) {
    return times.weighed().filter(at -> !at.isBefore(since)).isPresent();
  }

  /** Whether rows came in since a steward signed that none is missing. */
  public boolean hasLoadedSinceReconciled() {
    var signed = replacement.reconciliation().map(each -> each.signed().at());
    return signed.isEmpty()
        || holdings.loadedAt().filter(loaded -> loaded.isAfter(signed.get())).isPresent();
  }

  /** Whether its mapping has changed since all its rows were read. */
  public boolean isMappedSinceLoaded() {
    return replacement.reading().filter(read -> !read.equals(mapping.reading())).isPresent();
  }

  /** A steward signs that no row is missing: the first time, and after each load. */
  public Source reconcile(Replacement.Reconciliation signed, Instant now) {
    requireLoadable();
    var with =
        new Source(
            name,
            description,
            mapping,
            state,
            holdings,
            replacement.reconciled(signed),
            createdAt,
            now,
            times,
            revision);
    if (state.compareTo(SourceState.RECONCILED) > 0) {
      Blocker.BLOCKED_MAPPED_SINCE.refuse(with);
      return with.to(state, now);
    }
    Blocker.refuse(with, SourceState.RECONCILED);
    return with.to(SourceState.RECONCILED, now);
  }

  /** Takes the next step, if nothing keeps it from it. */
  public Source advance(SourceState next, Instant now) {
    boolean byItself =
        next == SourceState.SHADOW
            || next == SourceState.MASTER_HERE
            || next == SourceState.READ_ONLY;
    if (!byItself || !state.next().equals(Optional.of(next))) {
      throw notFrom(next);
    }
    Blocker.refuse(this, next);
    return to(next, now);
  }

  /** Takes a step back. */
  public Source goBack(Instant now) {
    var previous = state.previous().orElseThrow(this::noWayBack);
    return to(previous, now);
  }

  /** The owner lets the old database go. */
  public Source signOff(Replacement.SignOff word, Instant now) {
    if (state != SourceState.READ_ONLY) {
      throw notFrom(SourceState.RETIRED);
    }
    return with(state, holdings, replacement.signedOff(word), now);
  }

  /** The old database is replaced by the plan. */
  public Source retire(Instant now) {
    if (state != SourceState.READ_ONLY) {
      throw notFrom(SourceState.RETIRED);
    }
    Blocker.refuse(this, SourceState.RETIRED);
    return to(SourceState.RETIRED, now);
  }

  private WrongState notFrom(SourceState wanted) {
    return new WrongState(
        "SOURCE_STEP",
        Map.of("name", name.toString(), "state", state.name(), "wanted", wanted.name()));
  }

  private WrongState noWayBack() {
    var about = Map.of("name", name.toString(), "state", state.name());
    return new WrongState("SOURCE_NO_WAY_BACK", about);
  }

  private Source to(SourceState next, Instant now) {
    var after = since(next, now);
    var kept = next.isOpen() ? after.withoutSignOff() : after;
    return with(next, holdings, kept, now);
  }

  private Source with(SourceState then, Holdings held, Replacement signed, Instant now) {
    return new Source(
        name, description, mapping, then, held, signed, createdAt, now, times, revision + 1);
  }

  private Replacement since(SourceState next, Instant now) {
    return next == state ? replacement : replacement.into(now);
  }
}
