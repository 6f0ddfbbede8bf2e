package org.masterplan.gateway.console;

import java.util.List;
import org.masterplan.profiles.v1.GetMatchModelRequest;
import org.masterplan.profiles.v1.ListResolutionsRequest;
import org.masterplan.profiles.v1.Resolution;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the matching has learned, next to what stewards say of it. */
@Controller
final class ModelPages {
  /** So many of the latest changes are shown. */
  private static final int LATEST = 5;

  private final Services services;

  ModelPages(Services services) {
    this.services = services;
  }

  @GetMapping("/model")
  String show(Visitor visitor, Model model) {
    var asked = new Asked();
    var learned =
        services.quality(visitor).getMatchModel(GetMatchModelRequest.getDefaultInstance());
    model.addAttribute("learned", learned);
    model.addAttribute("fields", WeightChart.of(learned.getFieldsList()));
    model.addAttribute("bands", BandChart.of(learned));
    model.addAttribute("resolutions", resolutions(visitor, asked));
    model.addAttribute("missing", asked.missing());
    return "model";
  }

  private List<Resolution> resolutions(Visitor visitor, Asked asked) {
    var request = ListResolutionsRequest.newBuilder().setPageSize(LATEST).build();
    return asked
        .of(
            "customer-profiles",
            () -> services.resolutions(visitor).listResolutions(request).getResolutionsList())
        .orElse(List.of());
  }
}
