package org.masterplan.profiles.privacy.mongo;

import java.util.Collection;
import java.util.List;
import org.masterplan.platform.intake.Rejects;
import org.masterplan.profiles.privacy.app.RejectedUploads;

/** The rejects of this service's uploads: of consents, and of dealings. */
public final class MongoRejectedUploads implements RejectedUploads {
  private final Rejects rejects;

  public MongoRejectedUploads(Rejects rejects) {
    this.rejects = rejects;
  }

  @Override
  public List<Kept> speakingOf(Collection<String> keys) {
    return kept(rejects.about(keys));
  }

  @Override
  public List<Kept> naming(Collection<String> handles) {
    return kept(rejects.naming(handles));
  }

  private static List<Kept> kept(List<Rejects.Kept> found) {
    return found.stream().map(k -> new Kept(k.importId(), k.row())).toList();
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
