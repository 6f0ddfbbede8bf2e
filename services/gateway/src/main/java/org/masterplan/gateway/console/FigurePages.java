package org.masterplan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.masterplan.gateway.console.CommunityRow.Aid;
import org.masterplan.registry.v1.Community;
import org.masterplan.registry.v1.GetPortfolioRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a figure means, and the rows it is made of: every number can be followed down. */
@Controller
final class FigurePages {
  private static final Set<String> FIGURES =
      Set.of("active", "known", "declared", "profiles", "decisions", "ghost-ships");
  private final Services services;
  private final Directory directory;
  private final Portfolios portfolios;

  FigurePages(Services services, Directory directory, Portfolios portfolios) {
    this.services = services;
    this.directory = directory;
    this.portfolios = portfolios;
  }

  @GetMapping("/figures/{figure}")
  String show(
      @PathVariable String figure, Visitor visitor, Model model, HttpServletResponse response) {
    if (!FIGURES.contains(figure)) {
      return Failures.nothingHere(model, response);
    }
    var asked = new Asked();
    var aid =
        new Aid(
            directory.segments(visitor, asked),
            directory.units(visitor, asked),
            directory.employees(visitor, asked));
    var request = GetPortfolioRequest.getDefaultInstance();
    asked
        .of("community-registry", () -> services.portfolio(visitor).getPortfolio(request))
        .ifPresent(plan -> model.addAttribute("plan", plan));
    var query = PortfolioQuery.of(Map.of("sort", "active"));
    model.addAttribute("figure", figure);
    if (!figure.equals("profiles")) {
      var rows = portfolios.rows(visitor, query, aid, asked);
      model.addAttribute("listed", rows.only(row -> counts(figure, row)));
    }
    model.addAttribute("missing", asked.missing());
    return "figure";
  }

  private static boolean counts(String figure, CommunityRow row) {
    var community = row.community();
    return switch (figure) {
      case "decisions" -> Acts.isWaiting(community);
      case "ghost-ships" ->
          community.getHealth() == Community.Health.GHOST_SHIP
              || community.getHealth() == Community.Health.ORPHANED;
      default -> true;
    };
  }
}
