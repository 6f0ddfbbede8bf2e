package org.masterplan.abandonment.grpc;

import java.util.ArrayList;
import java.util.List;

class EventImporterTest extends ActivityIntake {
  @Override
  protected Sheet sheet() {
    return new Sheet(
        List.of("community", "timestamp", "author", "kind"),
        List.of("community", "kind"),
        "author",
        "timestamp",
        n -> List.of("me-bim", "2026-11-0" + n + "T08:00:00Z", "mẹ-" + n, "POST"));
  }

  @Override
  protected List<String> stored() {
    var all = new ArrayList<String>();
    harbour.activities.read("me-bim", activity -> all.add(activity.toString()));
    return all.stream().sorted().toList();
  }
}
