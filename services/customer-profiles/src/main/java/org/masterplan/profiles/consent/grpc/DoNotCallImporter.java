package org.masterplan.profiles.consent.grpc;

import io.grpc.MethodDescriptor;
import java.util.Set;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.person.v1.PersonKeys;
import org.masterplan.platform.audit.CallNotes;
import org.masterplan.platform.intake.Imported;
import org.masterplan.platform.intake.Importer;
import org.masterplan.profiles.consent.app.DoNotCall;
import org.masterplan.profiles.v1.ConsentServiceGrpc;

/** Numbers that nobody may advertise to, in files and in rows that were kept. */
public record DoNotCallImporter(DoNotCall importing, CallNotes notes) implements Importer {
  /** Takes a number off, which is on the audit trail: whose it is, and never the number. */
  DoNotCall.Removed remove(String phone, String reason) {
    var done = importing.remove(phone);
    var whose =
        PersonKeys.newBuilder().addAllProfiles(done.freed()).addAllProfiles(done.barred()).build();
    notes.didTo(whose, "DO_NOT_CALL_REMOVED", reason);
    return done;
  }

  @Override
  public String kind() {
    return "doNotCall";
  }

  @Override
  public MethodDescriptor<?, ?> method() {
    return ConsentServiceGrpc.getImportDoNotCallMethod();
  }

  @Override
  public Set<String> personal() {
    return Set.of("phone");
  }

  @Override
  public void take(Rows rows, Imported what, ImportTally tally) {
    importing.run(rows, tally);
  }
}
