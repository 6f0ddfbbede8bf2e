package org.masterplan.profiles.source.grpc;

import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.platform.intake.Headers;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.profiles.source.app.Bodies;

/** Bodies in the spool of this instance. */
public final class SpooledBodies implements Bodies {
  private final Spool spool;
  private final Uploads uploads;

  public SpooledBodies(Spool spool, Uploads uploads) {
    this.spool = spool;
    this.uploads = uploads;
  }

  @Override
  public boolean has(String body) {
    return spool.find(body).isPresent();
  }

  @Override
  public String content(String body) {
    return Spool.importId(body);
  }

  @Override
  public Rows open(String body, String contentType) {
    var spooled = spool.find(body).orElseThrow(() -> NotFound.named("uploads/" + body));
    return uploads.open(spooled.file(), contentType, Headers.asWritten());
  }

  @Override
  public void delete(String body) {
    spool.find(body).ifPresent(spool::delete);
  }
}
