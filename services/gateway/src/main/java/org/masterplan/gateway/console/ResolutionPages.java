package org.masterplan.gateway.console;

import com.google.longrunning.Operation;
import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.masterplan.operations.v1.GetOperationRequest;
import org.masterplan.profiles.v1.ApplyResolutionRequest;
import org.masterplan.profiles.v1.DiscardResolutionRequest;
import org.masterplan.profiles.v1.GetMatchModelRequest;
import org.masterplan.profiles.v1.GetResolutionRequest;
import org.masterplan.profiles.v1.ListResolutionsRequest;
import org.masterplan.profiles.v1.MatchModel;
import org.masterplan.profiles.v1.Resolution;
import org.masterplan.profiles.v1.StartResolutionRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All records matched anew: what would change is looked at first, then applied or discarded. */
@Controller
final class ResolutionPages {
  private static final int PAGE = 25;

  private static final List<String> STATES =
      Arrays.stream(Resolution.State.values())
          .filter(s -> s != Resolution.State.UNRECOGNIZED)
          .filter(s -> s != Resolution.State.STATE_UNSPECIFIED)
          .map(Enum::name)
          .toList();

  private final Services services;
  private final Supplier<UUID> requestIds;

  ResolutionPages(Services services, Supplier<UUID> requestIds) {
    this.services = services;
    this.requestIds = requestIds;
  }

  @GetMapping("/resolutions")
  String list(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String token,
      Visitor visitor,
      Model model) {
    return fillList(state, token, visitor, model);
  }

  /** What is refused, for one where the matching learns nothing, is told on the page. */
  @PostMapping("/resolutions")
  String start(
      @RequestParam MultiValueMap<String, String> form,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var request =
        StartResolutionRequest.newBuilder()
            .setReason(FormFields.text(form, "reason"))
            .setRequestId(FormFields.request(form))
            .build();
    try {
      var started = services.resolutions(visitor).startResolution(request);
      return "redirect:/resolutions/" + id(started) + "?done=started";
    } catch (StatusRuntimeException e) {
      refuse(e, form, model, response);
      return fillList("", "", visitor, model);
    }
  }

  @GetMapping("/resolutions/{id}")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done,
      Visitor visitor,
      Model model) {
    model.addAttribute("done", done);
    return fill(id, visitor, model);
  }

  /** Where it stands by now, as a part of the page. */
  @GetMapping("/resolutions/{id}/progress")
  String progress(@PathVariable String id, Visitor visitor, Model model) {
    model.addAttribute("swapped", true);
    fill(id, visitor, model);
    return "resolution :: course";
  }

  @PostMapping("/resolutions/{id}/apply")
  String apply(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var request =
        ApplyResolutionRequest.newBuilder()
            .setName("resolutions/" + id)
            .setReason(FormFields.text(form, "reason"))
            .setEtag(FormFields.text(form, "etag"))
            .build();
    try {
      services.resolutions(visitor).applyResolution(request);
      return "redirect:/resolutions/" + id + "?done=applying";
    } catch (StatusRuntimeException e) {
      refuse(e, form, model, response);
      return fill(id, visitor, model);
    }
  }

  @PostMapping("/resolutions/{id}/discard")
  String discard(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var request =
        DiscardResolutionRequest.newBuilder()
            .setName("resolutions/" + id)
            .setReason(FormFields.text(form, "reason"))
            .setEtag(FormFields.text(form, "etag"))
            .build();
    try {
      services.resolutions(visitor).discardResolution(request);
      return "redirect:/resolutions/" + id + "?done=discarded";
    } catch (StatusRuntimeException e) {
      refuse(e, form, model, response);
      return fill(id, visitor, model);
    }
  }

  private static void refuse(
      StatusRuntimeException e,
      MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response) {
    var refused = Refused.of(e);
    response.setStatus(refused.http());
    model.addAttribute("refused", refused);
    model.addAttribute("written", FormFields.text(form, "reason"));
  }

  private String fillList(String state, String token, Visitor visitor, Model model) {
    var known = STATES.contains(state) ? state : "";
    var request = ListResolutionsRequest.newBuilder().setPageSize(PAGE).setPageToken(token);
    if (!known.isEmpty()) {
      request.setFilter("state = \"" + known + "\"");
    }
    var page = services.resolutions(visitor).listResolutions(request.build());
    model.addAttribute("resolutions", page.getResolutionsList());
    model.addAttribute("exact", page.getResolutionsCount() == 0 && learnsNothing(visitor));
    model.addAttribute("next", page.getNextPageToken());
    model.addAttribute("first", token.isEmpty());
    model.addAttribute("state", known);
    model.addAttribute("states", STATES);
    model.addAttribute("mayDecide", mayDecide(visitor));
    model.addAttribute("requestId", requestIds.get());
    return "resolutions";
  }

  /** There, nothing can be asked for, and there is nothing to be told of. */
  private boolean learnsNothing(Visitor visitor) {
    var request = GetMatchModelRequest.getDefaultInstance();
    return new Asked()
        .of("customer-profiles", () -> services.quality(visitor).getMatchModel(request))
        .filter(model -> model.getMethod() == MatchModel.Method.SHARED_KEYS)
        .isPresent();
  }

  private String fill(String id, Visitor visitor, Model model) {
    var request = GetResolutionRequest.newBuilder().setName("resolutions/" + id).build();
    var found = services.resolutions(visitor).getResolution(request);
    model.addAttribute("resolution", found);
    model.addAttribute("error", error(found, visitor));
    model.addAttribute("merges", samples(found, true));
    model.addAttribute("splits", samples(found, false));
    model.addAttribute("mayDecide", mayDecide(visitor));
    return "resolution";
  }

  private static List<Resolution.Sample> samples(Resolution found, boolean merges) {
    return found.getSamplesList().stream()
        .filter(sample -> sample.getProfilesCount() > 1 == merges)
        .toList();
  }

  /** Why its work failed, in the visitor's language; empty if it did not. */
  private String error(Resolution found, Visitor visitor) {
    var id = found.getName().substring(found.getName().lastIndexOf('/') + 1);
    var work =
        switch (found.getState()) {
          case PREPARING, FAILED -> id;
          case APPLYING, DISCARDED -> "apply-" + id;
          case READY, APPLIED, STATE_UNSPECIFIED, UNRECOGNIZED -> "";
        };
    if (work.isEmpty()) {
      return "";
    }
    var request = GetOperationRequest.newBuilder().setName("operations/profiles-" + work).build();
    return new Asked()
        .of("customer-profiles", () -> services.operations(visitor).getOperation(request))
        .map(operation -> operation.getError().getMessage())
        .orElse("");
  }

  /** The operation is called as the resolution is, with its area before that. */
  private static String id(Operation started) {
    return started.getName().substring(started.getName().indexOf('-') + 1);
  }

  private static boolean mayDecide(Visitor visitor) {
    return visitor.person().is("data-team");
  }
}
