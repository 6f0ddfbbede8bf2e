package org.masterplan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.masterplan.gateway.console.CommunityRow.Aid;
import org.masterplan.registry.v1.Community;
import org.masterplan.registry.v1.GetPortfolioRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a figure means, and the rows it is made of: every number can be followed down. */
@Controller
final class FigurePages {
  private final Services services;
  private final Directory directory;
  private final Rows rows;
  private final Supplier<LocalDate> today;

  FigurePages(Services services, Directory directory, Rows rows, Supplier<LocalDate> today) {
    this.services = services;
    this.directory = directory;
    this.rows = rows;
    this.today = today;
  }

  /** What figures are made of. */
  record Rows(Portfolios communities, MessagePlan messages, WaitingRequests requests) {}

  @GetMapping("/figures/{figure}")
  String show(
      @PathVariable String figure,
      @RequestParam Map<String, String> parameters,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var asked = new Asked();
    switch (figure) {
      case "active", "known", "declared", "ghost-ships" ->
          model.addAttribute("listed", communities(figure, visitor, asked));
      case "decisions" -> model.addAttribute("requests", rows.requests().list(visitor, asked));
      case "messages", "collisions" -> messages(parameters, visitor, asked, model);
      case "profiles" -> {}
      default -> {
        return Failures.nothingHere(model, response);
      }
    }
    var request = GetPortfolioRequest.getDefaultInstance();
    asked
        .of("community-registry", () -> services.portfolio(visitor).getPortfolio(request))
        .ifPresent(plan -> model.addAttribute("plan", plan));
    model.addAttribute("figure", figure);
    model.addAttribute("units", directory.units(visitor, asked));
    model.addAttribute("missing", asked.missing());
    return "figure";
  }

  private CommunityRows communities(String figure, Visitor visitor, Asked asked) {
    var aid =
        new Aid(
            directory.segments(visitor, asked),
            directory.units(visitor, asked),
            directory.employees(visitor, asked));
    var query = PortfolioQuery.of(Map.of("sort", "active"));
    return rows.communities().rows(visitor, query, aid, asked).only(row -> counts(figure, row));
  }

  private void messages(Map<String, String> parameters, Visitor visitor, Asked asked, Model model) {
    var week = Map.of("week", parameters.getOrDefault("week", ""));
    var query = MessageQuery.of(week, today.get());
    model.addAttribute("query", query);
    rows.messages().summary(query, visitor, asked).ifPresent(s -> model.addAttribute("summary", s));
    asked
        .of("message-governance", () -> rows.messages().week(query, visitor, asked))
        .ifPresent(found -> model.addAttribute("week", found));
  }

  /** Whether the community is part of the sum. Nobody is active where nothing lives any more. */
  private static boolean counts(String figure, CommunityRow row) {
    return switch (figure) {
      case "active" -> row.isLiving();
      case "ghost-ships" ->
          row.community().getHealth() == Community.Health.GHOST_SHIP
              || row.community().getHealth() == Community.Health.ORPHANED;
      default -> true;
    };
  }
}
