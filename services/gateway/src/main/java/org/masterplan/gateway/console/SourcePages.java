package org.masterplan.gateway.console;

import com.google.api.HttpBody;
import com.google.protobuf.Timestamp;
import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.profiles.v1.ExportGiveBackRequest;
import org.masterplan.profiles.v1.GetReplacementRequest;
import org.masterplan.profiles.v1.GetSourceRequest;
import org.masterplan.profiles.v1.ListSourcesRequest;
import org.masterplan.profiles.v1.Replacement;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The old databases: what the plan holds of each, how good it is, how far its replacing is. */
@Controller
final class SourcePages {
  private static final int PAGE = 25;

  private final Services services;
  private final Directory directory;
  private final ZoneId zone;

  SourcePages(Services services, Directory directory, ZoneId zone) {
    this.services = services;
    this.directory = directory;
    this.zone = zone;
  }

  @GetMapping("/sources")
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String token,
      Visitor visitor,
      Model model) {
    var asked = new Asked();
    var wanted = SourceQuery.of(q, state);
    var page =
        services
            .sources(visitor)
            .listSources(
                ListSourcesRequest.newBuilder()
                    .setPageSize(PAGE)
                    .setPageToken(token)
                    .setFilter(wanted.filter())
                    .setOrderBy("title")
                    .build());
    model.addAttribute("sources", page.getSourcesList());
    model.addAttribute("next", page.getNextPageToken());
    model.addAttribute("first", token.isEmpty());
    model.addAttribute("query", wanted);
    model.addAttribute("units", directory.units(visitor, asked));
    model.addAttribute("missing", asked.missing());
    return "sources";
  }

  @GetMapping("/sources/{id}")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done,
      Visitor visitor,
      Model model) {
    model.addAttribute("done", done);
    return fill(id, visitor, model);
  }

  @PostMapping("/sources/{id}/act")
  String act(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var step = SourceSteps.named(FormFields.text(form, "act"));
    if (step.isEmpty()) {
      return Failures.nothingHere(model, response);
    }
    try {
      var decision =
          new SourceSteps.Decision(
              replacement(id, visitor),
              rows(FormFields.text(form, "rows")),
              FormFields.text(form, "reason"),
              FormFields.text(form, "etag"));
      step.get().take(decision, services, visitor);
      return "redirect:/sources/"
          + id
          + "?done=source."
          + step.get().name().toLowerCase(Locale.ROOT);
    } catch (StatusRuntimeException e) {
      var refused = Refused.of(e);
      response.setStatus(refused.http());
      model.addAttribute("refused", refused);
      model.addAttribute("written", form.toSingleValueMap());
      return fill(id, visitor, model);
    }
  }

  /** The file as it comes; what is refused at once is a page. */
  @GetMapping("/sources/{id}/give-back")
  void giveBack(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String since,
      Visitor visitor,
      HttpServletResponse response)
      throws IOException {
    var request = ExportGiveBackRequest.newBuilder().setName("sources/" + id);
    since(since, request);
    var parts = services.giveBacks(visitor).exportGiveBack(request.build());
    var first = parts.next();
    response.setContentType(first.getContentType());
    var file = id.replaceAll("[^A-Za-z0-9-]", "") + "-give-back.csv";
    response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
    response.setHeader("Cache-Control", "no-store");
    first.getData().writeTo(response.getOutputStream());
    rest(parts, response);
  }

  private static void rest(Iterator<HttpBody> parts, HttpServletResponse response)
      throws IOException {
    try {
      while (parts.hasNext()) {
        parts.next().getData().writeTo(response.getOutputStream());
      }
    } catch (StatusRuntimeException e) {
      // An error in the middle of a file would pass for its end: break off instead.
      throw new IOException("the file broke off", e);
    }
  }

  /** From the beginning of that day; from ever if none is said. */
  private void since(String day, ExportGiveBackRequest.Builder request) {
    if (!day.isBlank()) {
      var from = day(day.strip()).atStartOfDay(zone).toEpochSecond();
      request.setSince(Timestamp.newBuilder().setSeconds(from));
    }
  }

  /** Refused as a service refuses: the file of everybody is not what was asked for. */
  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw InvalidFields.of("since", "SINCE_FORMAT", Map.of("field", "since", "value", text));
    }
  }

  private String fill(String id, Visitor visitor, Model model) {
    var asked = new Asked();
    var name = "sources/" + id;
    var read = replacement(id, visitor);
    model.addAttribute(
        "source",
        services.sources(visitor).getSource(GetSourceRequest.newBuilder().setName(name).build()));
    model.addAttribute("id", id);
    model.addAttribute("replacement", read);
    model.addAttribute("steps", SourceSteps.of(read, visitor));
    model.addAttribute("data", visitor.person().is("data-team"));
    model.addAttribute("units", directory.units(visitor, asked));
    model.addAttribute("employees", directory.employees(visitor, asked));
    model.addAttribute("missing", asked.missing());
    return "source";
  }

  private Replacement replacement(String id, Visitor visitor) {
    var name = "sources/" + id + "/replacement";
    return services
        .replacements(visitor)
        .getReplacement(GetReplacementRequest.newBuilder().setName(name).build());
  }

  private static long rows(String text) {
    var digits = text.replaceAll("[\\s.,]", "");
    return digits.matches("[0-9]{1,15}") ? Long.parseLong(digits) : 0;
  }
}
