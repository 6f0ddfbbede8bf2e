package org.masterplan.gateway.console;

import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.masterplan.profiles.v1.ExplainProfileRequest;
import org.masterplan.profiles.v1.GetProfileRequest;
import org.masterplan.profiles.v1.MergeProfilesRequest;
import org.masterplan.profiles.v1.Profile;
import org.masterplan.profiles.v1.SplitProfileRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Joining two profiles, and parting one: what would be is shown before it is asked for. */
@Controller
final class CorrectionPages {
  private final Services services;

  CorrectionPages(Services services) {
    this.services = services;
  }

  /**
   * One field of two profiles.
   *
   * @param likeness how they stand to each other, also where both are masked
   */
  public record Line(
      String field, Profile.@Nullable Value left, Profile.@Nullable Value right, String likeness) {}

  @GetMapping("/profiles/{id}/merge")
  String merge(
      @PathVariable String id,
      @RequestParam(name = "with", defaultValue = "") String other,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    if (!mayCorrect(visitor)) {
      return Failures.nothingHere(model, response);
    }
    fillMerge("profiles/" + id, other.strip(), visitor, model);
    return "merge";
  }

  @PostMapping("/profiles/{id}/merge")
  String mergeThem(
      @PathVariable String id,
      @RequestParam(name = "with", defaultValue = "") String other,
      @RequestParam(defaultValue = "") String reason,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    if (!mayCorrect(visitor)) {
      return Failures.nothingHere(model, response);
    }
    var wish =
        MergeProfilesRequest.newBuilder()
            .addProfiles("profiles/" + id)
            .addProfiles(other)
            .setReason(reason.strip())
            .build();
    try {
      var kept = services.profiles(visitor).mergeProfiles(wish);
      return "redirect:/" + kept.getName() + "?done=merged";
    } catch (StatusRuntimeException e) {
      refuse(e, reason, model, response);
      fillMerge("profiles/" + id, other, visitor, model);
      return "merge";
    }
  }

  @GetMapping("/profiles/{id}/split")
  String split(
      @PathVariable String id,
      @RequestParam(name = "record", required = false) @Nullable List<String> records,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    if (!mayCorrect(visitor)) {
      return Failures.nothingHere(model, response);
    }
    fillSplit("profiles/" + id, records == null ? List.of() : records, visitor, model);
    return "split";
  }

  @PostMapping("/profiles/{id}/split")
  String splitIt(
      @PathVariable String id,
      @RequestParam(name = "record", required = false) @Nullable List<String> records,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String etag,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    if (!mayCorrect(visitor)) {
      return Failures.nothingHere(model, response);
    }
    var apart = records == null ? List.<String>of() : records;
    var wish =
        SplitProfileRequest.newBuilder()
            .setName("profiles/" + id)
            .addAllRecords(apart)
            .setReason(reason.strip())
            .setEtag(etag)
            .build();
    try {
      var parts = services.profiles(visitor).splitProfile(wish);
      return "redirect:/" + parts.getProfiles(0).getName() + "?done=split";
    } catch (StatusRuntimeException e) {
      refuse(e, reason, model, response);
      fillSplit("profiles/" + id, apart, visitor, model);
      return "split";
    }
  }

  private static void refuse(
      StatusRuntimeException e, String reason, Model model, HttpServletResponse response) {
    var refused = Refused.of(e);
    response.setStatus(refused.http());
    model.addAttribute("refused", refused);
    model.addAttribute("written", reason);
  }

  private void fillMerge(String name, String with, Visitor visitor, Model model) {
    var left = get(name, visitor);
    model.addAttribute("profile", left);
    model.addAttribute("with", with);
    model.addAttribute("purpose", visitor.purpose());
    if (!with.isEmpty()) {
      var right = get(with, visitor);
      model.addAttribute("other", right);
      model.addAttribute("lines", lines(left, right, visitor));
      model.addAttribute("masked", left.getMasked() || right.getMasked());
    }
  }

  private void fillSplit(String name, List<String> apart, Visitor visitor, Model model) {
    var profile = get(name, visitor);
    model.addAttribute("profile", profile);
    model.addAttribute("purpose", visitor.purpose());
    var parts =
        profile.getRecordsList().stream().collect(Collectors.partitioningBy(apart::contains));
    model.addAttribute("going", parts.getOrDefault(true, List.of()));
    model.addAttribute("staying", parts.getOrDefault(false, List.of()));
  }

  /** Masked values that read the same may be two: they are compared where they are known. */
  private List<Line> lines(Profile left, Profile right, Visitor visitor) {
    var asked =
        ExplainProfileRequest.newBuilder()
            .setName(left.getName())
            .setOther(right.getName())
            .build();
    return services.profiles(visitor).explainProfile(asked).getComparisonsList().stream()
        .map(
            each ->
                new Line(
                    each.getField(),
                    left.getValuesMap().get(each.getField()),
                    right.getValuesMap().get(each.getField()),
                    each.getLikeness().name()))
        .toList();
  }

  private Profile get(String name, Visitor visitor) {
    return services
        .profiles(visitor)
        .getProfile(GetProfileRequest.newBuilder().setName(name).build());
  }

  private static boolean mayCorrect(Visitor visitor) {
    return visitor.person().is("data-team");
  }
}
