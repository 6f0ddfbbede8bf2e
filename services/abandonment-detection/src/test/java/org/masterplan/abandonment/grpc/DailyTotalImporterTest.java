package org.masterplan.abandonment.grpc;

import java.util.ArrayList;
import java.util.List;

class DailyTotalImporterTest extends ActivityIntake {
  @Override
  protected Sheet sheet() {
    return new Sheet(
        List.of("community", "date", "kind", "count", "people"),
        List.of("community", "kind", "date"),
        "community",
        "date",
        n -> List.of("me-bim", "2026-11-0" + n, "COMMENT", "12", "5"));
  }

  @Override
  protected List<String> stored() {
    var all = new ArrayList<String>();
    harbour.activities.read("me-bim", activity -> all.add(activity.toString()));
    return all.stream().sorted().toList();
  }
}
