package org.masterplan.abandonment.grpc;

import io.grpc.MethodDescriptor;
import java.util.Set;
import org.masterplan.abandonment.app.ImportingObservations;
import org.masterplan.abandonment.v1.ActivityServiceGrpc;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.platform.intake.Imported;
import org.masterplan.platform.intake.Importer;

/** Until when communities were looked at, in files and in rows that were kept. */
public record ObservationImporter(ImportingObservations observing) implements Importer {
  @Override
  public String kind() {
    return "observations";
  }

  @Override
  public MethodDescriptor<?, ?> method() {
    return ActivityServiceGrpc.getImportObservationsMethod();
  }

  @Override
  public Set<String> personal() {
    return Set.of("author");
  }

  @Override
  public void take(Rows rows, Imported what, ImportTally tally) {
    observing.take(rows, tally);
  }
}
