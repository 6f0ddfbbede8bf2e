package org.masterplan.gateway.console;

import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.masterplan.abandonment.v1.ActivitySummary;
import org.masterplan.abandonment.v1.GetHealthRequest;
import org.masterplan.abandonment.v1.Health;
import org.masterplan.governance.v1.ListMessagesRequest;
import org.masterplan.registry.v1.Community;
import org.masterplan.registry.v1.CountMembersRequest;
import org.masterplan.registry.v1.GetCommunityRequest;
import org.masterplan.registry.v1.TransferCommunityRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One community: what it is, how it is, and what may be decided about it. */
@Controller
final class CommunityPages {
  private final Services services;
  private final Directory directory;
  private final Clock clock;

  CommunityPages(Services services, Directory directory, Clock clock) {
    this.services = services;
    this.directory = directory;
    this.clock = clock;
  }

  @GetMapping("/communities")
  String list() {
    return "redirect:/portfolio";
  }

  @GetMapping("/communities/{id}")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done,
      Visitor visitor,
      Model model) {
    model.addAttribute("done", done);
    return fill("communities/" + id, visitor, model);
  }

  /** Takes a step; a refusal is shown on the page it was taken from. */
  @PostMapping("/communities/{id}/act")
  String act(
      @PathVariable String id,
      @RequestParam String act,
      @RequestParam String etag,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String back,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var name = "communities/" + id;
    var step = step(act);
    if (step.isEmpty()) {
      return Failures.nothingHere(model, response);
    }
    try {
      var decision = new Acts.Decision(name, etag, reason.strip());
      step.getFirst().take(decision, services.communities(visitor));
      var page = back.equals("decisions") ? back : name;
      return "redirect:/" + page + "?done=" + act.toLowerCase(Locale.ROOT);
    } catch (StatusRuntimeException e) {
      return refuse(e, name, visitor, new Reply(model, response, reason));
    }
  }

  /** Hands the community to somebody else. */
  @PostMapping("/communities/{id}/transfer")
  String transfer(
      @PathVariable String id,
      @RequestParam String owner,
      @RequestParam String etag,
      @RequestParam(defaultValue = "") String reason,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var name = "communities/" + id;
    var request =
        TransferCommunityRequest.newBuilder()
            .setName(name)
            .setOwner(owner)
            .setEtag(etag)
            .setReason(reason.strip())
            .build();
    try {
      services.communities(visitor).transferCommunity(request);
      return "redirect:/" + name + "?done=transfer";
    } catch (StatusRuntimeException e) {
      return refuse(e, name, visitor, new Reply(model, response, reason));
    }
  }

  private record Reply(Model model, HttpServletResponse response, String reason) {}

  private String refuse(StatusRuntimeException e, String name, Visitor visitor, Reply reply) {
    var refused = Refused.of(e);
    reply.response().setStatus(refused.http());
    reply.model().addAttribute("refused", refused);
    reply.model().addAttribute("reason", reply.reason());
    return fill(name, visitor, reply.model());
  }

  private String fill(String name, Visitor visitor, Model model) {
    var asked = new Asked();
    var request = GetCommunityRequest.newBuilder().setName(name).build();
    var community = services.communities(visitor).getCommunity(request);
    var health =
        asked.of(
            "abandonment-detection",
            () ->
                services
                    .health(visitor)
                    .getHealth(GetHealthRequest.newBuilder().setName(name + "/health").build()));
    model.addAttribute("community", community);
    model.addAttribute("now", clock.instant());
    model.addAttribute("health", health.orElse(null));
    model.addAttribute(
        "people", people(community, health.orElse(Health.getDefaultInstance()), visitor, asked));
    model.addAttribute("spark", spark(health.orElse(Health.getDefaultInstance())));
    model.addAttribute("acts", Acts.of(community, visitor));
    model.addAttribute(
        "editable", visitor.person().is("cmo") || visitor.person().is("business-unit"));
    messages(name, visitor, asked, model);
    names(visitor, asked, model);
    model.addAttribute("missing", asked.missing());
    return "community";
  }

  private void names(Visitor visitor, Asked asked, Model model) {
    model.addAttribute("segments", directory.segments(visitor, asked));
    model.addAttribute("units", directory.units(visitor, asked));
    model.addAttribute("employees", directory.employees(visitor, asked));
    model.addAttribute("present", directory.present(visitor, asked));
    model.addAttribute("objectives", directory.objectives(visitor, asked));
    model.addAttribute("lines", directory.productLines(visitor, asked));
  }

  private void messages(String name, Visitor visitor, Asked asked, Model model) {
    var request =
        ListMessagesRequest.newBuilder()
            .setPageSize(20)
            .setFilter("communities:\"" + name + "\" AND state != \"CANCELLED\"")
            .setOrderBy("planned_time desc")
            .build();
    model.addAttribute(
        "messages",
        asked
            .of("message-governance", () -> services.messages(visitor).listMessages(request))
            .map(page -> page.getMessagesList())
            .orElse(null));
  }

  private People people(Community community, Health health, Visitor visitor, Asked asked) {
    var request = CountMembersRequest.newBuilder().addCommunities(community.getName()).build();
    var known =
        asked
            .of("community-registry", () -> services.members(visitor).countMembers(request))
            .filter(answer -> answer.getCountsCount() > 0)
            .map(answer -> OptionalLong.of(answer.getCounts(0).getKnown()))
            .orElse(OptionalLong.empty());
    var declared = community.getDeclaredMembers();
    return new People(
        declared > 0 ? OptionalLong.of(declared) : OptionalLong.empty(),
        known,
        health.getActivity().getObserved()
            ? OptionalLong.of(health.getActivity().getActive30().getValue())
            : OptionalLong.empty());
  }

  private static Spark spark(Health health) {
    return new Spark(
        health.getActivity().getWeeksList().stream().map(ActivitySummary.Week::getEvents).toList());
  }

  private static List<Acts> step(String act) {
    return java.util.Arrays.stream(Acts.values())
        .filter(a -> a.name().equalsIgnoreCase(act))
        .toList();
  }
}
