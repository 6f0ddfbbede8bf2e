package org.masterplan.gateway.console;

import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.masterplan.abandonment.v1.CloseRescueCaseRequest;
import org.masterplan.abandonment.v1.GetRescueCaseRequest;
import org.masterplan.abandonment.v1.NoteRescueCaseRequest;
import org.masterplan.abandonment.v1.RescueCase;
import org.masterplan.abandonment.v1.StartRescueCaseRequest;
import org.masterplan.registry.v1.GetCommunityRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done about one ghost ship: who takes it, what was tried, how it ended. */
@Controller
final class RescuePages {
  private final Services services;
  private final Directory directory;

  RescuePages(Services services, Directory directory) {
    this.services = services;
    this.directory = directory;
  }

  /** The steps of a case. */
  private enum Step {
    START,
    NOTE,
    CLOSE
  }

  @GetMapping("/rescueCases/{id}")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done,
      Visitor visitor,
      Model model) {
    model.addAttribute("done", done);
    return fill("rescueCases/" + id, visitor, model);
  }

  @PostMapping("/rescueCases/{id}/act")
  String act(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var name = "rescueCases/" + id;
    var step = step(FormFields.text(form, "act"));
    if (step.isEmpty()) {
      return Failures.nothingHere(model, response);
    }
    try {
      take(step.get(), name, form, visitor);
      return "redirect:/" + name + "?done=case." + step.get().name().toLowerCase(Locale.ROOT);
    } catch (StatusRuntimeException e) {
      var refused = Refused.of(e);
      response.setStatus(refused.http());
      model.addAttribute("refused", refused);
      model.addAttribute("written", form.toSingleValueMap());
      return fill(name, visitor, model);
    }
  }

  private void take(Step step, String name, MultiValueMap<String, String> form, Visitor visitor) {
    var cases = services.rescueCases(visitor);
    var etag = FormFields.text(form, "etag");
    var text = FormFields.text(form, "reason");
    switch (step) {
      case START ->
          cases.startRescueCase(
              StartRescueCaseRequest.newBuilder()
                  .setName(name)
                  .setEtag(etag)
                  .setAssignee(FormFields.text(form, "assignee"))
                  .build());
      case NOTE ->
          cases.noteRescueCase(
              NoteRescueCaseRequest.newBuilder()
                  .setName(name)
                  .setEtag(etag)
                  .setText(FormFields.text(form, "text"))
                  .build());
      case CLOSE ->
          cases.closeRescueCase(
              CloseRescueCaseRequest.newBuilder()
                  .setName(name)
                  .setEtag(etag)
                  .setReason(text)
                  .setOutcome(outcome(FormFields.text(form, "outcome")))
                  .build());
    }
  }

  private String fill(String name, Visitor visitor, Model model) {
    var asked = new Asked();
    var request = GetRescueCaseRequest.newBuilder().setName(name).build();
    var found = services.rescueCases(visitor).getRescueCase(request);
    var community = GetCommunityRequest.newBuilder().setName(found.getCommunity()).build();
    model.addAttribute("rescue", found);
    model.addAttribute(
        "ship",
        asked
            .of("community-registry", () -> services.communities(visitor).getCommunity(community))
            .map(c -> c.getTitle())
            .orElse(found.getCommunity()));
    model.addAttribute("units", directory.units(visitor, asked));
    model.addAttribute("employees", directory.employees(visitor, asked));
    model.addAttribute("present", directory.present(visitor, asked));
    model.addAttribute("segments", directory.segments(visitor, asked));
    model.addAttribute(
        "acting", visitor.person().is("cmo") || visitor.person().is("business-unit"));
    model.addAttribute("missing", asked.missing());
    return "rescue-case";
  }

  private static java.util.Optional<Step> step(String word) {
    return java.util.Arrays.stream(Step.values())
        .filter(s -> s.name().equalsIgnoreCase(word))
        .findFirst();
  }

  private static RescueCase.Outcome outcome(String word) {
    return java.util.Arrays.stream(RescueCase.Outcome.values())
        .filter(o -> o.name().equals(word))
        .findFirst()
        .orElse(RescueCase.Outcome.OUTCOME_UNSPECIFIED);
  }
}
