package org.masterplan.gateway.console;

import java.util.Map;
import java.util.stream.Collectors;
import org.masterplan.gateway.console.CommunityRow.Aid;
import org.masterplan.governance.v1.ListMessagesRequest;
import org.masterplan.registry.v1.GetPortfolioRequest;
import org.masterplan.registry.v1.Portfolio;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan on one page, by customer segment (capability 2). */
@Controller
final class PortfolioPages {
  private final Services services;
  private final Directory directory;
  private final Portfolios portfolios;
  private final MessageSource words;

  PortfolioPages(
      Services services, Directory directory, Portfolios portfolios, MessageSource words) {
    this.services = services;
    this.directory = directory;
    this.portfolios = portfolios;
    this.words = words;
  }

  /** Whom a page is for, and what it could learn. */
  private record Asking(Aid aid, Visitor visitor, Asked asked) {}

  @GetMapping("/")
  String home() {
    return "redirect:/portfolio";
  }

  @GetMapping("/portfolio")
  String show(
      @RequestParam Map<String, String> parameters,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
      Visitor visitor,
      Model model) {
    var asked = new Asked();
    var query = PortfolioQuery.of(parameters);
    var aid =
        new Aid(
            directory.segments(visitor, asked),
            directory.units(visitor, asked),
            directory.employees(visitor, asked));
    var rows = portfolios.rows(visitor, query, aid, asked);
    model.addAttribute("query", query);
    model.addAttribute("aid", aid);
    model.addAttribute("platforms", Platforms.KNOWN);
    model.addAttribute("listed", rows);
    model.addAttribute("paged", Paged.of(rows.rows(), query.page()));
    if (!part) {
      var plan =
          asked.of(
              "community-registry",
              () ->
                  services
                      .portfolio(visitor)
                      .getPortfolio(GetPortfolioRequest.getDefaultInstance()));
      plan.ifPresent(p -> asked.miss(p.getMissingList()));
      plan.ifPresent(p -> headline(p, new Asking(aid, visitor, asked), model));
    }
    model.addAttribute("missing", asked.missing());
    return part ? "portfolio :: rows" : "portfolio";
  }

  private void headline(Portfolio plan, Asking asking, Model model) {
    model.addAttribute("plan", plan);
    model.addAttribute(
        "segmentCount",
        plan.getSegmentsList().stream().filter(s -> !s.getSegment().isEmpty()).count());
    model.addAttribute("living", living(plan));
    model.addAttribute("unitCount", asking.aid().units().size());
    var empty = plan.getCommunities().getByStateMap().isEmpty();
    model.addAttribute("empty", empty);
    var known = new Checklist.Known(plan, asking.aid(), isAnyMessage(plan, asking));
    var steps = Checklist.of(known, asking.visitor(), asking.asked());
    if (empty || steps.stream().anyMatch(s -> s.progress() == Checklist.Progress.OPEN)) {
      model.addAttribute("checklist", steps);
    }
    charts(plan, asking.visitor(), model);
  }

  /** A chart of nothing but zeros is not shown. */
  private void charts(Portfolio plan, Visitor visitor, Model model) {
    if (plan.getKnown() + plan.getActive() > 0) {
      model.addAttribute(
          "peopleChart", Charts.people(plan.getSegmentsList(), key -> say(key, visitor)));
    }
    if (plan.getLiving() > 0) {
      model.addAttribute(
          "healthChart", Charts.health(plan.getSegmentsList(), key -> say(key, visitor)));
    }
  }

  /**
   * Live and paused communities by segment, of which some are observed: a segment's health is told
   * of these alone, a community that does not live yet or any more has none.
   */
  private static Map<String, Long> living(Portfolio plan) {
    return plan.getSegmentsList().stream()
        .collect(
            Collectors.toMap(
                line -> line.getSegment(),
                line -> line.getByHealthMap().values().stream().mapToLong(n -> n).sum()));
  }

  /** Of any week: the plan's own figure is that of the next seven days. */
  private boolean isAnyMessage(Portfolio plan, Asking asking) {
    if (plan.getMessages().getAsked() > 0) {
      return true;
    }
    var request = ListMessagesRequest.newBuilder().setPageSize(1).build();
    var governance = services.messages(asking.visitor());
    return asking
        .asked()
        .of("message-governance", () -> governance.listMessages(request))
        .filter(page -> page.getMessagesCount() > 0)
        .isPresent();
  }

  private String say(String key, Visitor visitor) {
    return words.getMessage(key, null, visitor.locale());
  }
}
