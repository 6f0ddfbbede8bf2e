package org.masterplan.profiles.dealing.grpc;

import io.grpc.MethodDescriptor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.platform.intake.Imported;
import org.masterplan.platform.intake.Importer;
import org.masterplan.profiles.dealing.app.DealingImport;
import org.masterplan.profiles.v1.DealingServiceGrpc;

/** Dealings, in files and in rows that were kept. */
public record DealingImporter(DealingImport importing) implements Importer {
  private static final String BROUGHT = "brought";

  /** How the import of a body is remembered that is brought now. */
  Imported remembered(String body, List<String> columns) {
    return new Imported(kind() + "-" + body, columns, Map.of(BROUGHT, importing.now().toString()));
  }

  @Override
  public String kind() {
    return "dealings";
  }

  @Override
  public MethodDescriptor<?, ?> method() {
    return DealingServiceGrpc.getImportDealingsMethod();
  }

  /** An id may be a phone number. */
  @Override
  public Set<String> personal() {
    return Set.of("record", "phone", "email", "handle", "in_reply_to");
  }

  @Override
  public void take(Rows rows, Imported what, ImportTally tally) {
    importing.run(rows, brought(what), tally);
  }

  /** Earlier releases did not note it: whatever is known may be newer. */
  private static Instant brought(Imported what) {
    return Instant.parse(what.about().getOrDefault(BROUGHT, Instant.EPOCH.toString()));
  }
}
