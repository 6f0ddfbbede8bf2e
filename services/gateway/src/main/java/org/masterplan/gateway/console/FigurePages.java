package org.masterplan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
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

  /** What the page was asked with, and where its answer goes. */
  private record Question(
      Map<String, String> parameters, Visitor visitor, Asked asked, Model model) {
    String parameter(String name) {
      return parameters.getOrDefault(name, "");
    }

    /** Shows one page of these rows; the others are at that address. */
    void show(List<?> rows, String address) {
      model.addAttribute("paged", Paged.of(rows, Paged.number(parameter("page"))));
      model.addAttribute("address", address);
    }
  }

  @GetMapping("/figures/{figure}")
  String show(
      @PathVariable String figure,
      @RequestParam Map<String, String> parameters,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var asked = new Asked();
    var question = new Question(parameters, visitor, asked, model);
    switch (figure) {
      case "active", "known", "declared", "ghost-ships" -> communities(figure, question);
      case "decisions" -> requests(question);
      case "messages", "collisions" -> messages(figure, question);
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

  private void communities(String figure, Question question) {
    var visitor = question.visitor();
    var asked = question.asked();
    var aid =
        new Aid(
            directory.segments(visitor, asked),
            directory.units(visitor, asked),
            directory.employees(visitor, asked));
    var query = PortfolioQuery.of(Map.of("sort", "active"));
    var listed =
        rows.communities().rows(visitor, query, aid, asked).only(row -> counts(figure, row));
    question.model().addAttribute("listed", listed);
    question.show(listed.rows(), "/figures/" + figure);
  }

  /** Of one kind if the address names it, as the figure does that led here. */
  private void requests(Question question) {
    var kinds = WaitingRequests.Kind.of(question.parameter("kind"));
    var found = rows.requests().list(kinds, question.visitor(), question.asked());
    question.model().addAttribute("waiting", found);
    var one = kinds.size() == 1 ? "?kind=" + question.parameter("kind") : "";
    question.show(found.requests(), "/figures/decisions" + one);
  }

  private void messages(String figure, Question question) {
    var plan = rows.messages();
    var visitor = question.visitor();
    var asked = question.asked();
    var query = MessageQuery.of(Map.of("week", question.parameter("week")), today.get());
    question.model().addAttribute("query", query);
    plan.summary(query, visitor, asked).ifPresent(s -> question.model().addAttribute("summary", s));
    asked
        .of("message-governance", () -> plan.week(query, visitor))
        .ifPresent(
            week -> {
              question.model().addAttribute("week", week);
              var made =
                  figure.equals("collisions")
                      ? MessagePlan.pairs(plan.planned(week, visitor, asked))
                      : week.messages();
              question.show(made, "/figures/" + figure + "?week=" + query.week());
            });
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
