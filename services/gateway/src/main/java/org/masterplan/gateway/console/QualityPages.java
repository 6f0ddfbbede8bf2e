package org.masterplan.gateway.console;

import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.masterplan.profiles.v1.GetFieldConflictsRequest;
import org.masterplan.profiles.v1.GetFragmentationSummaryRequest;
import org.masterplan.profiles.v1.GetGoldenRulesRequest;
import org.masterplan.profiles.v1.GetMatchQualityRequest;
import org.masterplan.profiles.v1.GetSourceOverlapRequest;
import org.masterplan.profiles.v1.GoldenRules;
import org.masterplan.profiles.v1.PreviewGoldenRulesRequest;
import org.masterplan.profiles.v1.SourceOverlap;
import org.masterplan.profiles.v1.UpdateGoldenRulesRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How good the profiles are, and the rules by which one of several values counts. */
@Controller
final class QualityPages {
  private static final String SERVICE = "customer-profiles";

  /** The fields that can be given a rule here; others can by REST. */
  private static final List<String> FIELDS =
      List.of(
          "fullName",
          "birthDate",
          "gender",
          "phone",
          "email",
          "nationalId",
          "street",
          "province",
          "occupation",
          "organisation",
          "handle");

  private final Services services;

  QualityPages(Services services) {
    this.services = services;
  }

  /**
   * A field of the heat map.
   *
   * @param share of the row's people whom the column's source knows too, 0-1
   */
  public record Cell(long people, double share) {
    /** How dark: 0 (nobody) to 5 (everybody). */
    public int getShade() {
      return people == 0 ? 0 : (int) Math.min(5, 1 + Math.floor(share * 5));
    }
  }

  /** A row of the heat map. */
  public record Row(String source, long people, long only, List<Cell> cells) {}

  @GetMapping("/quality")
  String show(Visitor visitor, Model model) {
    var asked = new Asked();
    asked
        .of(
            SERVICE,
            () ->
                services
                    .quality(visitor)
                    .getMatchQuality(GetMatchQualityRequest.getDefaultInstance()))
        .ifPresent(found -> model.addAttribute("matched", found));
    asked
        .of(
            SERVICE,
            () ->
                services
                    .quality(visitor)
                    .getSourceOverlap(GetSourceOverlapRequest.getDefaultInstance()))
        .ifPresent(
            found -> {
              model.addAttribute("overlap", found);
              model.addAttribute("rows", rows(found));
            });
    asked
        .of(
            SERVICE,
            () ->
                services
                    .golden(visitor)
                    .getFieldConflicts(GetFieldConflictsRequest.getDefaultInstance()))
        .ifPresent(found -> model.addAttribute("conflicting", found));
    touched(visitor, model, asked);
    model.addAttribute("mayRead", !visitor.person().is("cmo"));
    model.addAttribute("missing", asked.missing());
    return "quality";
  }

  private void touched(Visitor visitor, Model model, Asked asked) {
    asked
        .of(
            SERVICE,
            () ->
                services
                    .fragmentation(visitor)
                    .getFragmentationSummary(GetFragmentationSummaryRequest.getDefaultInstance()))
        .ifPresent(
            found -> {
              asked.miss(found.getMissingList());
              model.addAttribute("touched", found);
            });
  }

  @GetMapping("/golden-rules")
  String rules(@RequestParam(defaultValue = "") String done, Visitor visitor, Model model) {
    var rules = services.golden(visitor).getGoldenRules(GetGoldenRulesRequest.getDefaultInstance());
    model.addAttribute("done", done);
    model.addAttribute("etag", rules.getEtag());
    return fill(rules, first(rules), visitor, model);
  }

  /**
   * Shows what the rules would choose, or sets them: by the button that was pressed. What was read
   * stays what was read until the visitor was shown what somebody else has set since.
   */
  @PostMapping("/golden-rules")
  String change(
      @RequestParam Map<String, String> parameters,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var wanted = wanted(parameters);
    var stub = services.golden(visitor);
    var rules = stub.getGoldenRules(GetGoldenRulesRequest.getDefaultInstance());
    model.addAttribute("written", parameters.getOrDefault("reason", ""));
    model.addAttribute("etag", parameters.getOrDefault("etag", ""));
    try {
      if (parameters.getOrDefault("then", "").equals("save")) {
        stub.updateGoldenRules(
            UpdateGoldenRulesRequest.newBuilder()
                .addAllFields(fields(wanted))
                .setReason(parameters.getOrDefault("reason", "").strip())
                .setEtag(parameters.getOrDefault("etag", ""))
                .build());
        return "redirect:/golden-rules?done=saved";
      }
      var preview = PreviewGoldenRulesRequest.newBuilder().addAllFields(fields(wanted)).build();
      model.addAttribute("preview", stub.previewGoldenRules(preview));
    } catch (StatusRuntimeException e) {
      var refused = Refused.of(e);
      response.setStatus(refused.http());
      model.addAttribute("refused", refused);
      if (refused.isStale()) {
        model.addAttribute("etag", rules.getEtag());
        model.addAttribute("stored", first(rules));
      }
    }
    return fill(rules, wanted, visitor, model);
  }

  private static String fill(
      GoldenRules rules, Map<String, String> chosen, Visitor visitor, Model model) {
    var fields = new ArrayList<>(FIELDS);
    chosen.keySet().stream().filter(field -> !fields.contains(field)).forEach(fields::add);
    model.addAttribute("rules", rules);
    model.addAttribute("fields", fields);
    model.addAttribute("chosen", chosen);
    model.addAttribute("criteria", List.of("TRUSTED", "NEWEST", "SUPPORTED", "FULLEST"));
    model.addAttribute("mayDecide", visitor.person().is("data-team"));
    model.addAttribute("purpose", visitor.purpose());
    return "golden-rules";
  }

  private static Map<String, String> first(GoldenRules rules) {
    var first = new TreeMap<String, String>();
    rules.getFieldsList().forEach(rule -> first.put(rule.getField(), rule.getFirst().name()));
    return first;
  }

  private static Map<String, String> wanted(Map<String, String> parameters) {
    var wanted = new TreeMap<String, String>();
    parameters.forEach(
        (name, value) -> {
          if (name.startsWith("rule.") && !value.isEmpty()) {
            wanted.put(name.substring("rule.".length()), value);
          }
        });
    return wanted;
  }

  private static List<GoldenRules.FieldRule> fields(Map<String, String> first) {
    return first.entrySet().stream()
        .map(
            rule ->
                GoldenRules.FieldRule.newBuilder()
                    .setField(rule.getKey())
                    .setFirst(criterion(rule.getValue()))
                    .build())
        .toList();
  }

  private static GoldenRules.Criterion criterion(String word) {
    return switch (word) {
      case "TRUSTED" -> GoldenRules.Criterion.TRUSTED;
      case "NEWEST" -> GoldenRules.Criterion.NEWEST;
      case "SUPPORTED" -> GoldenRules.Criterion.SUPPORTED;
      case "FULLEST" -> GoldenRules.Criterion.FULLEST;
      default -> GoldenRules.Criterion.CRITERION_UNSPECIFIED;
    };
  }

  private static List<Row> rows(SourceOverlap overlap) {
    return overlap.getRowsList().stream()
        .map(
            row ->
                new Row(
                    row.getSource().substring(row.getSource().indexOf('/') + 1),
                    row.getProfiles(),
                    row.getOnly(),
                    row.getSharedList().stream()
                        .map(n -> new Cell(n, n / (double) Math.max(1, row.getProfiles())))
                        .toList()))
        .toList();
  }
}
