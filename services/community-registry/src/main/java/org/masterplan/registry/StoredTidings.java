package org.masterplan.registry;

import java.util.Map;
import org.masterplan.platform.notice.Notice;
import org.masterplan.platform.notice.Notices;
import org.masterplan.registry.community.app.Tidings;

/** Tells people by notices: in their inbox, and from there by mail and webhook. */
record StoredTidings(Notices notices) implements Tidings {
  @Override
  public void tell(Tiding tiding) {
    var id = tiding.community().replace('/', '-') + "-" + tiding.revision();
    notices.add(
        new Notice(
            id,
            tiding.recipient(),
            tiding.reason(),
            Map.of("title", tiding.title()),
            tiding.community(),
            tiding.at()));
  }
}
