package org.masterplan.gateway.console;

import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.masterplan.gateway.console.MessagePlan.Planned;
import org.masterplan.governance.v1.CheckMessageRequest;
import org.masterplan.governance.v1.GetMessageRequest;
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
  private final Services services;
  private final Directory directory;
  private final MessagePlan messages;
  private final Supplier<LocalDate> today;

  MessagePages(
      Services services, Directory directory, MessagePlan messages, Supplier<LocalDate> today) {
    this.services = services;
    this.directory = directory;
    this.messages = messages;
    this.today = today;
  }

  @GetMapping("/messages")
  String plan(@RequestParam Map<String, String> parameters, Visitor visitor, Model model) {
    var asked = new Asked();
    var query = MessageQuery.of(parameters, today.get());
    var week = messages.week(query, visitor);
    var planned = messages.planned(week, visitor, asked);
    model.addAttribute("query", query);
    model.addAttribute("planned", planned);
    model.addAttribute("days", days(query.week(), planned));
    model.addAttribute("cut", week.cut());
    model.addAttribute("segments", directory.segments(visitor, asked));
    model.addAttribute("units", directory.units(visitor, asked));
    model.addAttribute("summary", messages.summary(query, visitor, asked).orElse(null));
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
    model.addAttribute("collisions", messages.collisions(name, visitor, asked).orElse(null));
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
