package org.masterplan.platform.intake;

import io.grpc.MethodDescriptor;
import java.util.Set;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Rows;

/** One kind of file that a service imports: whole, and again the rows that were not taken. */
public interface Importer {
  /** What it imports, one word; the first of its imports' ids. */
  String kind();

  /** The upload; whoever may call it may try its rejected rows again. */
  MethodDescriptor<?, ?> method();

  /** Fields whose values are masked when they are shown. */
  Set<String> personal();

  /**
   * Refuses a caller who may not bring this import, whatever the roles: one of another unit, say.
   * Whoever may not see its rejected rows either.
   */
  default void mayTake(Imported what, Actor actor) {}

  /**
   * Takes rows as the caller of now; taking a row twice is as taking it once. A refusal means that
   * the caller may not, or that the import cannot be taken at all.
   */
  void take(Rows rows, Imported what, ImportTally tally);
}
