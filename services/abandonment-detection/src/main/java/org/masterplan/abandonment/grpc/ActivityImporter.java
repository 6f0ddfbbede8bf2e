package org.masterplan.abandonment.grpc;

import io.grpc.MethodDescriptor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.masterplan.abandonment.app.ImportingActivity;
import org.masterplan.abandonment.v1.ActivityServiceGrpc;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.platform.intake.Imported;
import org.masterplan.platform.intake.Importer;

/** Activity of communities, in files and in rows that were kept. */
public record ActivityImporter(ImportingActivity importing) implements Importer {
  private static final String UNTIL = "observed_until";

  /** How the import of a body is remembered; {@code until} is null if the file itself says it. */
  Imported remembered(String body, List<String> columns, @Nullable Instant until) {
    Map<String, String> about = until == null ? Map.of() : Map.of(UNTIL, until.toString());
    return new Imported(kind() + "-" + body, columns, about);
  }

  @Override
  public String kind() {
    return "activities";
  }

  @Override
  public MethodDescriptor<?, ?> method() {
    return ActivityServiceGrpc.getImportActivitiesMethod();
  }

  @Override
  public Set<String> personal() {
    return Set.of("author");
  }

  @Override
  public void take(Rows rows, Imported what, ImportTally tally) {
    importing.take(rows, until(what), tally);
  }

  private static @Nullable Instant until(Imported what) {
    var until = what.about().get(UNTIL);
    return until == null ? null : Instant.parse(until);
  }
}
