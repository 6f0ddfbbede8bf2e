package org.masterplan.gateway.console;

import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.masterplan.profiles.v1.CreateSourceRequest;
import org.masterplan.profiles.v1.Source;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Registering an old database: who answers for it, and why its data may be held. */
@Controller
final class NewSourcePages {
  private final Services services;
  private final Directory directory;
  private final Supplier<UUID> requestIds;

  NewSourcePages(Services services, Directory directory, Supplier<UUID> requestIds) {
    this.services = services;
    this.directory = directory;
    this.requestIds = requestIds;
  }

  @GetMapping("/sources/new")
  String form(Visitor visitor, Model model, HttpServletResponse response) {
    return page(Map.of(), visitor, model, response);
  }

  @PostMapping("/sources/new")
  String register(
      @RequestParam MultiValueMap<String, String> form,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var request =
        CreateSourceRequest.newBuilder()
            .setSourceId(FormFields.text(form, "source_id"))
            .setSource(said(form))
            .setRequestId(FormFields.request(form))
            .build();
    try {
      var made = services.sources(visitor).createSource(request);
      return "redirect:/" + made.getName() + "/load?done=registered";
    } catch (StatusRuntimeException e) {
      var refused = Refused.of(e);
      response.setStatus(refused.http());
      model.addAttribute("refused", refused);
      return page(form.toSingleValueMap(), visitor, model, response);
    }
  }

  private static Source said(MultiValueMap<String, String> form) {
    return Source.newBuilder()
        .setTitle(FormFields.text(form, "title"))
        .setBusinessUnit(FormFields.text(form, "business_unit"))
        .setOwner(FormFields.text(form, "owner"))
        .setSteward(FormFields.text(form, "steward"))
        .addAllPurposes(purposes(FormFields.text(form, "purposes")))
        .setLegalBasis(FormFields.text(form, "legal_basis"))
        .setRetentionDays(number(FormFields.text(form, "retention_days")))
        .setCollectedFrom(FormFields.text(form, "collected_from"))
        .setCollectedUntil(FormFields.text(form, "collected_until"))
        .build();
  }

  private static List<String> purposes(String text) {
    return Arrays.stream(text.toUpperCase(Locale.ROOT).split("[,;\\s]+"))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  /** What is no number is one that the service refuses at its field. */
  private static int number(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
  }

  private String page(
      Map<String, String> written, Visitor visitor, Model model, HttpServletResponse response) {
    if (!visitor.person().is("data-team")) {
      return Failures.nothingHere(model, response);
    }
    var asked = new Asked();
    model.addAttribute("written", written);
    model.addAttribute("units", directory.units(visitor, asked));
    model.addAttribute("employees", directory.present(visitor, asked));
    model.addAttribute("requestId", requestIds.get());
    model.addAttribute("missing", asked.missing());
    return "new-source";
  }
}
