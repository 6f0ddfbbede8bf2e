package org.masterplan.gateway.console;

import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.masterplan.governance.v1.CheckMessageRequest;
import org.masterplan.governance.v1.Collision;
import org.masterplan.governance.v1.GetMessagePlanSummaryRequest;
import org.masterplan.governance.v1.GetMessageRequest;
import org.masterplan.governance.v1.ListMessageCollisionsRequest;
import org.masterplan.governance.v1.ListMessagesRequest;
import org.masterplan.governance.v1.Message;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one plan of messages: what is asked of customers, and what it collides with. */
@Controller
final class MessagePages {
  private static final int MOST = 200;
  private final Services services;
  private final Directory directory;
  private final Clock clock;
  private final ZoneId zone;

  MessagePages(Services services, Directory directory, Clock clock, ZoneId zone) {
    this.services = services;
    this.directory = directory;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * A message in the plan.
   *
   * @param day of the week shown
   */
  public record Planned(Message message, LocalDate day, List<Collision> collisions) {
    /** People in front of whom it meets another message. */
    public int persons() {
      return collisions.stream().mapToInt(Collision::getPersons).max().orElse(0);
    }
  }

  @GetMapping("/messages")
  String plan(@RequestParam Map<String, String> parameters, Visitor visitor, Model model) {
    var asked = new Asked();
    var query = MessageQuery.of(parameters, LocalDate.ofInstant(clock.instant(), zone));
    var request =
        ListMessagesRequest.newBuilder().setPageSize(MOST).setFilter(query.filter(zone)).build();
    var page = services.messages(visitor).listMessages(request);
    var planned = page.getMessagesList().stream().map(m -> planned(m, visitor, asked)).toList();
    model.addAttribute("query", query);
    model.addAttribute("planned", planned);
    model.addAttribute("days", days(query.week(), planned));
    model.addAttribute("cut", !page.getNextPageToken().isEmpty());
    model.addAttribute("segments", directory.segments(visitor, asked));
    model.addAttribute("units", directory.units(visitor, asked));
    model.addAttribute("summary", summary(query, visitor, asked));
    model.addAttribute(
        "proposing", visitor.person().is("cmo") || visitor.person().is("business-unit"));
    model.addAttribute("missing", asked.missing());
    return "messages";
  }

  @GetMapping("/messages/{id}")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done,
      Visitor visitor,
      Model model) {
    model.addAttribute("done", done);
    return fill("messages/" + id, visitor, model);
  }

  @PostMapping("/messages/{id}/act")
  String act(
      @PathVariable String id,
      @RequestParam String act,
      @RequestParam String etag,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String back,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var name = "messages/" + id;
    for (var step : MessageActs.values()) {
      if (step.name().equalsIgnoreCase(act)) {
        try {
          step.take(new Acts.Decision(name, etag, reason.strip()), services.messages(visitor));
          var page = back.equals("decisions") ? back : name;
          return "redirect:/" + page + "?done=" + act.toLowerCase(Locale.ROOT);
        } catch (StatusRuntimeException e) {
          var refused = Refused.of(e);
          response.setStatus(refused.http());
          model.addAttribute("refused", refused);
          model.addAttribute("reason", reason);
          return fill(name, visitor, model);
        }
      }
    }
    return Failures.nothingHere(model, response);
  }

  private String fill(String name, Visitor visitor, Model model) {
    var asked = new Asked();
    var request = GetMessageRequest.newBuilder().setName(name).build();
    var message = services.messages(visitor).getMessage(request);
    model.addAttribute("message", message);
    model.addAttribute("communities", directory.communities(visitor, asked));
    model.addAttribute("editable", isEditable(message, visitor));
    check(message, visitor, model);
    model.addAttribute("collisions", collisions(name, visitor, asked));
    model.addAttribute("acts", MessageActs.of(message, visitor));
    model.addAttribute("segments", directory.segments(visitor, asked));
    model.addAttribute("units", directory.units(visitor, asked));
    model.addAttribute("missing", asked.missing());
    return "message";
  }

  private static boolean isEditable(Message message, Visitor visitor) {
    return message.getState() == Message.State.DRAFT
        && (visitor.person().is("cmo") || visitor.person().is("business-unit"));
  }

  /** Whom it would reach now; once contacts are reserved, those are the figures. */
  private void check(Message message, Visitor visitor, Model model) {
    var isOpen =
        switch (message.getState()) {
          case DRAFT, PROPOSED, APPROVED -> true;
          case SCHEDULED, RELEASED, CANCELLED, STATE_UNSPECIFIED, UNRECOGNIZED -> false;
        };
    var person = visitor.person();
    if (!isOpen || !(person.is("cmo") || person.is("business-unit") || person.is("auditor"))) {
      return;
    }
    try {
      var request = CheckMessageRequest.newBuilder().setName(message.getName()).build();
      model.addAttribute("check", services.messages(visitor).checkMessage(request));
    } catch (StatusRuntimeException e) {
      model.addAttribute("unchecked", Refused.of(e));
    }
  }

  private Planned planned(Message message, Visitor visitor, Asked asked) {
    var moment = Instant.ofEpochSecond(message.getPlannedTime().getSeconds());
    var collisions = collisions(message.getName(), visitor, asked);
    return new Planned(message, LocalDate.ofInstant(moment, zone), collisions);
  }

  private List<Collision> collisions(String name, Visitor visitor, Asked asked) {
    var request = ListMessageCollisionsRequest.newBuilder().setName(name).build();
    return asked
        .of("message-governance", () -> services.messages(visitor).listMessageCollisions(request))
        .map(answer -> answer.getCollisionsList())
        .orElse(List.of());
  }

  private @org.jspecify.annotations.Nullable Object summary(
      MessageQuery query, Visitor visitor, Asked asked) {
    var request =
        GetMessagePlanSummaryRequest.newBuilder()
            .setStartTime(stamp(query.week()))
            .setEndTime(stamp(query.week().plusDays(7)))
            .build();
    return asked
        .of("message-governance", () -> services.messages(visitor).getMessagePlanSummary(request))
        .orElse(null);
  }

  private com.google.protobuf.Timestamp stamp(LocalDate day) {
    var moment = day.atStartOfDay(zone).toInstant();
    return com.google.protobuf.Timestamp.newBuilder().setSeconds(moment.getEpochSecond()).build();
  }

  /** The seven days, each with its messages, earliest first. */
  private static Map<LocalDate, List<Planned>> days(LocalDate week, List<Planned> planned) {
    var days = new java.util.LinkedHashMap<LocalDate, List<Planned>>();
    for (int i = 0; i < 7; i++) {
      days.put(week.plusDays(i), new ArrayList<>());
    }
    planned.forEach(p -> days.computeIfAbsent(p.day(), _ -> new ArrayList<>()).add(p));
    return days;
  }
}
