package org.masterplan.profiles.consent.grpc;

import io.grpc.MethodDescriptor;
import java.util.Set;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.intake.Imported;
import org.masterplan.platform.intake.Importer;
import org.masterplan.profiles.consent.app.ConsentImport;
import org.masterplan.profiles.v1.ConsentServiceGrpc;

/** Consents, in files and in rows that were kept. */
public record ConsentImporter(ConsentImport importing) implements Importer {
  @Override
  public String kind() {
    return "consents";
  }

  @Override
  public MethodDescriptor<?, ?> method() {
    return ConsentServiceGrpc.getImportConsentsMethod();
  }

  /** An id may be a phone number, and evidence may be anything. */
  @Override
  public Set<String> personal() {
    return Set.of("record", "evidence");
  }

  @Override
  public void take(Rows rows, Imported what, ImportTally tally) {
    importing.run(rows, tally, Caller.current());
  }
}
