package org.masterplan.gateway.console;

import java.util.ArrayList;
import java.util.List;
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
  private static final int PAGE = 25;
  private static final List<String> PLATFORMS =
      List.of("own-site", "facebook", "zalo", "tiktok", "youtube");

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

  /** One line of the checklist of an empty plan. */
  public record Step(String key, boolean done, String link) {}

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
    model.addAttribute("platforms", PLATFORMS);
    page(rows, query, model);
    if (!part) {
      var plan =
          asked.of(
              "community-registry",
              () ->
                  services
                      .portfolio(visitor)
                      .getPortfolio(GetPortfolioRequest.getDefaultInstance()));
      plan.ifPresent(p -> headline(p, aid, visitor, model));
      plan.ifPresent(p -> asked.missing().addAll(p.getMissingList()));
    }
    model.addAttribute("missing", asked.missing().stream().distinct().toList());
    return part ? "portfolio :: rows" : "portfolio";
  }

  private static void page(CommunityRows listed, PortfolioQuery query, Model model) {
    var rows = listed.rows();
    int pages = Math.max(1, (rows.size() + PAGE - 1) / PAGE);
    int page = Math.min(query.page(), pages);
    int from = Math.min(rows.size(), (page - 1) * PAGE);
    model.addAttribute("rows", rows.subList(from, Math.min(rows.size(), from + PAGE)));
    model.addAttribute("total", rows.size());
    model.addAttribute("listed", listed);
    model.addAttribute("page", page);
    model.addAttribute("pages", pages);
  }

  private void headline(Portfolio plan, Aid aid, Visitor visitor, Model model) {
    model.addAttribute("plan", plan);
    model.addAttribute(
        "segmentCount",
        plan.getSegmentsList().stream().filter(s -> !s.getSegment().isEmpty()).count());
    model.addAttribute("living", living(plan));
    model.addAttribute("unitCount", aid.units().size());
    var empty = plan.getCommunities().getByStateMap().isEmpty();
    model.addAttribute("empty", empty);
    // What is not known is not undone: steps are told open only if every service answered.
    var steps = checklist(plan, aid, visitor);
    if (empty || plan.getMissingCount() == 0 && !steps.stream().allMatch(Step::done)) {
      model.addAttribute("checklist", steps);
    }
    charts(plan, visitor, model);
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

  /** What a new plan needs, in the order in which it is needed. */
  private List<Step> checklist(Portfolio plan, Aid aid, Visitor visitor) {
    var steps = new ArrayList<Step>();
    steps.add(new Step("units", !aid.units().isEmpty(), setUp("units", visitor)));
    steps.add(new Step("segments", !aid.segments().isEmpty(), setUp("segments", visitor)));
    steps.add(new Step("community", plan.getCommunities().getTotal() > 0, "/communities/new"));
    steps.add(new Step("import", plan.getCommunities().getTotal() > 1, setUp("files", visitor)));
    steps.add(new Step("sources", plan.getSources().getTotal() > 0, "/docs#SourceService"));
    steps.add(new Step("activity", plan.getObserved() > 0, setUp("files", visitor)));
    steps.add(new Step("message", isAnyMessage(plan, visitor), "/messages/new"));
    return steps;
  }

  /** Of any week: the plan's own figure is that of the next seven days. */
  private boolean isAnyMessage(Portfolio plan, Visitor visitor) {
    if (plan.getMessages().getAsked() > 0) {
      return true;
    }
    var request = ListMessagesRequest.newBuilder().setPageSize(1).build();
    return new Asked()
        .of("message-governance", () -> services.messages(visitor).listMessages(request))
        .map(page -> page.getMessagesCount() > 0)
        .orElse(false);
  }

  /** Others than the offices that set the plan up are told how programs do it. */
  private static String setUp(String part, Visitor visitor) {
    return StartPages.isFor(visitor) ? "/start#" + part : "/docs";
  }

  private String say(String key, Visitor visitor) {
    return words.getMessage(key, null, visitor.locale());
  }
}
