package org.masterplan.gateway.console;

import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.masterplan.profiles.v1.CorrectRecordRequest;
import org.masterplan.profiles.v1.GetProfileRequest;
import org.masterplan.profiles.v1.GetRecordRequest;
import org.masterplan.profiles.v1.Record;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Records as their sources say them, and what is set right of one. */
@Controller
final class RecordPages {
  /** What a person may ask to have set right, in the order in which people read it. */
  private static final List<String> FIELDS =
      List.of(
          "fullName",
          "surname",
          "middleName",
          "givenName",
          "birthDate",
          "birthYear",
          "gender",
          "phone",
          "email",
          "nationalId",
          "street",
          "ward",
          "district",
          "province",
          "city",
          "postcode",
          "country",
          "occupation",
          "birthPlace",
          "organisation",
          "handle");

  /** Set right together with the whole name, where a record says that. */
  private static final String WHOLE_NAME = "fullName";

  private static final List<String> NAME_PARTS = List.of("surname", "middleName", "givenName");

  /** So many records are side by side. */
  private static final int AT_ONCE = 6;

  private final Services services;

  RecordPages(Services services) {
    this.services = services;
  }

  /**
   * What was written into the form.
   *
   * @param fullName how the whole name then reads; only with a part of it
   */
  public record Written(String field, String value, String fullName, String reason) {
    private Map<String, String> values() {
      return NAME_PARTS.contains(field) && !fullName.isBlank()
          ? Map.of(field, value.strip(), WHOLE_NAME, fullName.strip())
          : Map.of(field, value.strip());
    }
  }

  /** What each of its records says, a few at a time. */
  @GetMapping("/profiles/{id}/records")
  String sideBySide(
      @PathVariable String id,
      @RequestParam(defaultValue = "1") String page,
      Visitor visitor,
      Model model) {
    var profile =
        services
            .profiles(visitor)
            .getProfile(GetProfileRequest.newBuilder().setName("profiles/" + id).build());
    var paged = Paged.of(profile.getRecordsList(), Paged.number(page), AT_ONCE);
    var records = paged.rows().stream().map(name -> record(name, visitor)).toList();
    model.addAttribute("profile", profile);
    model.addAttribute("records", records);
    model.addAttribute("paged", paged);
    model.addAttribute("sides", SideBySide.of(records, FIELDS));
    model.addAttribute("purpose", visitor.purpose());
    model.addAttribute("mayCorrect", mayCorrect(visitor));
    model.addAttribute("maySplit", visitor.person().is("data-team"));
    return "records";
  }

  @GetMapping("/profiles/{id}/correct")
  String correct(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String record,
      @RequestParam(defaultValue = "") String reason,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    if (!mayCorrect(visitor)) {
      return Failures.nothingHere(model, response);
    }
    fill("profiles/" + id, record, new Written("", "", "", reason), visitor, model);
    return "correct";
  }

  @PostMapping("/profiles/{id}/correct")
  String correctIt(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String record,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "") String field,
      @RequestParam(defaultValue = "") String value,
      @RequestParam(defaultValue = "") String fullName,
      @RequestParam(defaultValue = "") String reason,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    if (!mayCorrect(visitor)) {
      return Failures.nothingHere(model, response);
    }
    var written = new Written(field, value, fullName, reason);
    var wish =
        CorrectRecordRequest.newBuilder()
            .setName(record)
            .putAllValues(written.values())
            .setReason(reason.strip())
            .setVersion(version)
            .build();
    try {
      var corrected = services.sources(visitor).correctRecord(wish);
      return "redirect:/" + corrected.getProfile() + "?done=corrected";
    } catch (StatusRuntimeException e) {
      var refused = Refused.of(e);
      response.setStatus(refused.http());
      model.addAttribute("refused", refused);
      fill("profiles/" + id, record, written, visitor, model);
      return "correct";
    }
  }

  private void fill(String profile, String record, Written written, Visitor visitor, Model model) {
    var found = record(record, visitor);
    model.addAttribute("profile", profile);
    model.addAttribute("record", found);
    model.addAttribute("masked", visitor.purpose().isEmpty());
    model.addAttribute("said", said(found));
    model.addAttribute("fields", FIELDS);
    model.addAttribute("parts", found.containsValues(WHOLE_NAME) ? NAME_PARTS : List.of());
    model.addAttribute("purpose", visitor.purpose());
    model.addAttribute("written", written);
  }

  private Record record(String name, Visitor visitor) {
    return services.sources(visitor).getRecord(GetRecordRequest.newBuilder().setName(name).build());
  }

  /** Fields of which the record says something, or its source does. */
  private static List<String> said(Record record) {
    var said = new TreeSet<>(record.getValuesMap().keySet());
    said.addAll(record.getCorrectedMap().keySet());
    var known = FIELDS.stream().filter(said::remove).toList();
    return java.util.stream.Stream.concat(known.stream(), said.stream()).toList();
  }

  private static boolean mayCorrect(Visitor visitor) {
    return visitor.person().is("data-team") || visitor.person().is("privacy-officer");
  }
}
