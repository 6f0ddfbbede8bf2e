package org.masterplan.gateway.console;

import com.google.protobuf.Timestamp;
import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.masterplan.gateway.rest.Answers;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.profiles.v1.CreatePrivacyRequestRequest;
import org.masterplan.profiles.v1.Erasure;
import org.masterplan.profiles.v1.ExportPersonalDataRequest;
import org.masterplan.profiles.v1.ExportServiceGrpc;
import org.masterplan.profiles.v1.GetErasureRequest;
import org.masterplan.profiles.v1.GetPrivacyRequestRequest;
import org.masterplan.profiles.v1.ListPrivacyRequestsRequest;
import org.masterplan.profiles.v1.ListProfileExportsRequest;
import org.masterplan.profiles.v1.PrivacyRequest;
import org.masterplan.profiles.v1.PrivacyRequest.Kind;
import org.masterplan.profiles.v1.PrivacyRequest.State;
import org.masterplan.profiles.v1.PrivacyRequestServiceGrpc;
import org.masterplan.profiles.v1.PrivacyRequestServiceGrpc.PrivacyRequestServiceBlockingStub;
import org.masterplan.profiles.v1.PrivacyServiceGrpc;
import org.masterplan.profiles.v1.PrivacyServiceGrpc.PrivacyServiceBlockingStub;
import org.masterplan.profiles.v1.ProfileExport;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What persons asked, by when it is to be answered, and what is done about each. */
@Controller
final class PrivacyRequestPages {
  private static final String SERVICE = "customer-profiles";
  private static final int PAGE = 25;
  private static final int MOST_EXPORTS = 200;

  /** Requests that are to be answered: the usual filter. */
  private static final String OPEN = "OPEN";

  /** Every service may be asked. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Services services;
  private final Answers answers;
  private final ZoneId zone;
  private final Supplier<UUID> requestIds;

  PrivacyRequestPages(Services services, Answers answers, ZoneId zone, Supplier<UUID> requestIds) {
    this.services = services;
    this.answers = answers;
    this.zone = zone;
    this.requestIds = requestIds;
  }

  /** Auditors read the register; only the privacy officer acts. */
  private static boolean mayRead(Visitor visitor) {
    return mayAct(visitor) || visitor.person().is("auditor");
  }

  private static boolean mayAct(Visitor visitor) {
    return visitor.person().is("privacy-officer");
  }

  @GetMapping("/privacyRequests")
  String list(
      @RequestParam(defaultValue = OPEN) String state,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String token,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    if (!mayRead(visitor)) {
      return Failures.nothingHere(model, response);
    }
    fillList(new Wanted(state, kind, token), visitor, model);
    return "privacy-requests";
  }

  /** What the list is asked for. */
  private record Wanted(String state, String kind, String token) {
    static final Wanted USUAL = new Wanted(OPEN, "", "");

    String filter() {
      var parts = new ArrayList<String>();
      if (state.equals(OPEN)) {
        parts.add("open = true");
      } else if (names(State.values()).contains(state)) {
        parts.add("state = \"" + state + "\"");
      }
      if (names(Kind.values()).contains(kind)) {
        parts.add("kind = \"" + kind + "\"");
      }
      return String.join(" AND ", parts);
    }
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(Enum::name)
        .filter(n -> !n.endsWith("UNSPECIFIED") && !n.equals("UNRECOGNIZED"))
        .toList();
  }

  private void fillList(Wanted wanted, Visitor visitor, Model model) {
    var request =
        ListPrivacyRequestsRequest.newBuilder()
            .setPageSize(PAGE)
            .setPageToken(wanted.token())
            .setFilter(wanted.filter())
            .build();
    var page = requests(visitor).listPrivacyRequests(request);
    model.addAttribute("found", page.getPrivacyRequestsList());
    model.addAttribute("unused", page.getPrivacyRequestsCount() == 0 && isUnused(visitor));
    model.addAttribute("next", page.getNextPageToken());
    model.addAttribute("first", wanted.token().isEmpty());
    model.addAttribute("state", wanted.state());
    model.addAttribute("kind", wanted.kind());
    model.addAttribute("states", names(State.values()));
    model.addAttribute("kinds", names(Kind.values()));
    model.addAttribute("acting", mayAct(visitor));
    // Sent twice, as by a double click, the form writes one request down.
    model.addAttribute("requestId", requestIds.get());
  }

  /** Whether nobody ever asked for anything: then it is said what the register is for. */
  private boolean isUnused(Visitor visitor) {
    var any = ListPrivacyRequestsRequest.newBuilder().setPageSize(1).build();
    return requests(visitor).listPrivacyRequests(any).getPrivacyRequestsCount() == 0;
  }

  @PostMapping("/privacyRequests")
  String create(
      @RequestParam MultiValueMap<String, String> form,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    if (!mayAct(visitor)) {
      return Failures.nothingHere(model, response);
    }
    var asked =
        PrivacyRequest.newBuilder()
            .setKind(kind(text(form, "kind")))
            .setProfile(text(form, "profile"))
            .setReference(text(form, "reference"))
            .setPurpose(text(form, "purpose").toUpperCase(Locale.ROOT))
            .setChannel(text(form, "channel").toUpperCase(Locale.ROOT));
    var came = text(form, "receive_time");
    if (!came.isEmpty()) {
      asked.setReceiveTime(time(came));
    }
    var request =
        CreatePrivacyRequestRequest.newBuilder()
            .setPrivacyRequest(asked)
            .setRequestId(text(form, "request"))
            .build();
    try {
      return "redirect:/"
          + requests(visitor).createPrivacyRequest(request).getName()
          + "?done=asked";
    } catch (StatusRuntimeException e) {
      refuse(Refused.of(e), form, model, response);
      fillList(Wanted.USUAL, visitor, model);
      return "privacy-requests";
    }
  }

  /** A day and an hour of the plan's zone. */
  private Timestamp time(String written) {
    try {
      var seconds = LocalDateTime.parse(written).atZone(zone).toEpochSecond();
      return Timestamp.newBuilder().setSeconds(seconds).build();
    } catch (DateTimeParseException _) {
      throw InvalidFields.of(
          "receive_time", "RECEIVE_TIME_FORMAT", Map.of("field", "receive_time", "value", written));
    }
  }

  @GetMapping("/privacyRequests/{id}")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    if (!mayRead(visitor)) {
      return Failures.nothingHere(model, response);
    }
    model.addAttribute("done", done);
    return fill("privacyRequests/" + id, visitor, model);
  }

  @PostMapping("/privacyRequests/{id}/act")
  String act(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var step = PrivacyRequestStep.of(text(form, "act"));
    if (!mayAct(visitor) || step.isEmpty()) {
      return Failures.nothingHere(model, response);
    }
    var name = "privacyRequests/" + id;
    var taken =
        new PrivacyRequestStep.Taken(
            name, text(form, "etag"), text(form, "reason"), text(form, "method"));
    try {
      step.get().take(taken, requests(visitor));
      return "redirect:/" + name + "?done=asked." + step.get().name().toLowerCase(Locale.ROOT);
    } catch (StatusRuntimeException e) {
      refuse(Refused.of(e), form, model, response);
      return fill(name, visitor, model);
    }
  }

  /**
   * Everything that every service holds about the person, on one page. It is kept nowhere. The
   * service refuses it before it is known who asks.
   */
  @PostMapping("/privacyRequests/{id}/everything")
  String everything(
      @PathVariable String id, Visitor visitor, Model model, HttpServletResponse response) {
    if (!mayAct(visitor)) {
      return Failures.nothingHere(model, response);
    }
    var asked = find("privacyRequests/" + id, visitor);
    var request =
        ExportPersonalDataRequest.newBuilder()
            .setName(asked.getProfile())
            .setPrivacyRequest(asked.getName())
            .setAllowPartial(true)
            .build();
    try {
      var held = privacy(visitor).exportPersonalData(request);
      response.setHeader("Cache-Control", "no-store");
      model.addAttribute("asked", asked);
      model.addAttribute("held", held);
      model.addAttribute("missing", held.getMissingList());
      return "everything";
    } catch (StatusRuntimeException e) {
      refuse(Refused.of(e), new LinkedMultiValueMap<>(), model, response);
      return fill(asked.getName(), visitor, model);
    }
  }

  private String fill(String name, Visitor visitor, Model model) {
    var asked = find(name, visitor);
    model.addAttribute("asked", asked);
    model.addAttribute("certificate", certificate(asked, visitor));
    model.addAttribute("exports", exports(asked, visitor));
    model.addAttribute("acting", mayAct(visitor));
    model.addAttribute("steps", mayAct(visitor) ? PrivacyRequestStep.of(asked) : List.of());
    model.addAttribute("methods", names(PrivacyRequest.Method.values()));
    return "privacy-request";
  }

  /** The files that left with the person in them: whoever has one has to be told. */
  private List<ProfileExport> exports(PrivacyRequest asked, Visitor visitor) {
    if (asked.getProfile().isEmpty()) {
      return List.of();
    }
    var request =
        ListProfileExportsRequest.newBuilder()
            .setProfile(asked.getProfile())
            .setPageSize(MOST_EXPORTS)
            .build();
    return ExportServiceGrpc.newBlockingStub(services.channel(visitor, SERVICE))
        .withDeadlineAfter(PATIENCE)
        .listProfileExports(request)
        .getExportsList();
  }

  /** What was erased so far; nothing of a request that erases nothing. */
  private Optional<Erasure> certificate(PrivacyRequest asked, Visitor visitor) {
    if (asked.getKind() != Kind.ERASURE || asked.getOperation().isEmpty()) {
      return Optional.empty();
    }
    var id = asked.getName().substring(asked.getName().indexOf('/') + 1);
    var request = GetErasureRequest.newBuilder().setName("erasures/erase-" + id).build();
    return Optional.of(privacy(visitor).getErasure(request));
  }

  /** The certificate as a file, for the person: it holds no value of theirs. */
  @GetMapping("/privacyRequests/{id}/certificate")
  void certificate(@PathVariable String id, Visitor visitor, HttpServletResponse response)
      throws IOException {
    var found = certificate(find("privacyRequests/" + id, visitor), visitor);
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    var file = "erasure-" + id.replaceAll("[^A-Za-z0-9-]", "") + ".json";
    response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
    answers.send(response, found.get(), "");
  }

  private PrivacyRequest find(String name, Visitor visitor) {
    return requests(visitor)
        .getPrivacyRequest(GetPrivacyRequestRequest.newBuilder().setName(name).build());
  }

  private static void refuse(
      Refused refused,
      MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response) {
    response.setStatus(refused.http());
    model.addAttribute("refused", refused);
    model.addAttribute("written", form.toSingleValueMap());
  }

  private static Kind kind(String word) {
    return names(Kind.values()).contains(word) ? Kind.valueOf(word) : Kind.KIND_UNSPECIFIED;
  }

  private static String text(MultiValueMap<String, String> form, String name) {
    var value = form.getFirst(name);
    return value == null ? "" : value.strip();
  }

  private PrivacyServiceBlockingStub privacy(Visitor visitor) {
    return PrivacyServiceGrpc.newBlockingStub(services.channel(visitor, SERVICE))
        .withDeadlineAfter(PATIENCE);
  }

  private PrivacyRequestServiceBlockingStub requests(Visitor visitor) {
    return PrivacyRequestServiceGrpc.newBlockingStub(services.channel(visitor, SERVICE))
        .withDeadlineAfter(PATIENCE);
  }
}
