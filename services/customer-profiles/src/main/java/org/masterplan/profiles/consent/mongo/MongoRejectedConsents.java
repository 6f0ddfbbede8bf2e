package org.masterplan.profiles.consent.mongo;

import java.util.Collection;
import java.util.List;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.profiles.consent.app.RejectedConsents;

/** The rejects of this service's uploads, all of which are imports of consents. */
public final class MongoRejectedConsents implements RejectedConsents {
  private final Rejects rejects;

  public MongoRejectedConsents(Rejects rejects) {
    this.rejects = rejects;
  }

  @Override
  public List<Kept> speakingOf(Collection<String> keys) {
    return rejects.about(keys).stream().map(k -> new Kept(k.importId(), k.row())).toList();
  }

  @Override
  public void forgetComing(Collection<String> keys) {
    rejects.forgetComing(keys);
  }

  @Override
  public void remove(Collection<Kept> rows) {
    rows.forEach(kept -> rejects.resolved(kept.importId(), kept.row().line()));
  }
}
