package org.masterplan.profiles.source.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known, and signed, of the replacing of a source's old database.
 *
 * @param lastLoad the last load of a file or a table
 * @param reconciliation that no row is missing
 * @param signOff that its owner lets the old database go
 * @param since when the source came into its state
 * @param reading how its rows were read, as {@link Mapping#reading} writes it, when last all of
 *     them were, or where there was no such load when the first of them came; empty if nobody knows
 */
public record Replacement(
    Optional<LoadTally> lastLoad,
    Optional<Reconciliation> reconciliation,
    Optional<SignOff> signOff,
    Optional<Instant> since,
    Optional<String> reading) {
  public static final Replacement NONE =
      new Replacement(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * The figures that a steward signed.
   *
   * @param rows what the old database counts
   * @param absent records whose rows were not in the last load: deleted in the old database
   */
  public record Reconciliation(Figures figures, long rows, long absent, Signature signed) {}

  /**
   * What the plan holds of the rows of one load.
   *
   * @param load the operation; empty: rows that programs pushed
   * @param rows rows that came in; of pushes what is held of them
   * @param records rows that are records
   * @param rejected rows that are kept with their reason
   * @param repeated rows that said again what another one said
   */
  public record Figures(String load, long rows, long records, long rejected, long repeated) {}

  /** The owner's word that the old database may be switched off. */
  public record SignOff(Signature signed) {}

  /** Who signed, when, and why. */
  public record Signature(String by, Instant at, String reason) {}

  /** Rows came in; {@code now} is how they are read. */
  Replacement loaded(Optional<LoadTally> tally, Mapping now) {
    var whole = tally.map(LoadTally::whole).filter(text -> !text.isEmpty());
    var read =
        whole.or(() -> reading).or(() -> Optional.of(now.reading()).filter(_ -> !now.empty()));
    return new Replacement(tally.or(() -> lastLoad), reconciliation, signOff, since, read);
  }

  Replacement reconciled(Reconciliation signed) {
    return new Replacement(lastLoad, Optional.of(signed), signOff, since, reading);
  }

  Replacement signedOff(SignOff word) {
    return new Replacement(lastLoad, reconciliation, Optional.of(word), since, reading);
  }

  Replacement into(Instant now) {
    return new Replacement(lastLoad, reconciliation, signOff, Optional.of(now), reading);
  }

  /** The owner signed for a database that nobody writes into; now somebody may again. */
  Replacement withoutSignOff() {
    return new Replacement(lastLoad, reconciliation, Optional.empty(), since, reading);
  }
}
