package org.masterplan.gateway.console;

import com.google.longrunning.Operation;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.masterplan.gateway.rest.Answers;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.operations.v1.GetOperationRequest;
import org.masterplan.platform.status.Statuses;
import org.masterplan.profiles.v1.EraseProfileRequest;
import org.masterplan.profiles.v1.EraseResult;
import org.masterplan.profiles.v1.ExportPersonalDataRequest;
import org.masterplan.profiles.v1.GetProfileRequest;
import org.masterplan.profiles.v1.PrivacyServiceGrpc;
import org.masterplan.profiles.v1.PrivacyServiceGrpc.PrivacyServiceBlockingStub;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the privacy officer does for a person who asks: hand over everything, or forget it. */
@Controller
final class PrivacyPages {
  private static final String SERVICE = "customer-profiles";

  /** Every service is asked. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Services services;
  private final Answers answers;
  private final PersonPaper paper;
  private final Supplier<UUID> requestIds;

  PrivacyPages(Services services, Answers answers, PersonPaper paper, Supplier<UUID> requestIds) {
    this.services = services;
    this.answers = answers;
    this.paper = paper;
    this.requestIds = requestIds;
  }

  /** Whether the visitor may ask for what these pages offer, as the contract has it. */
  private static boolean isFor(Visitor visitor) {
    return visitor.person().is("privacy-officer");
  }

  @GetMapping("/profiles/{id}/requests")
  String show(@PathVariable String id, Visitor visitor, Model model, HttpServletResponse response) {
    return isFor(visitor)
        ? fill("profiles/" + id, visitor, model)
        : Failures.nothingHere(model, response);
  }

  /**
   * Everything that is held about the person, as a file: for machines, or as a document to read.
   * Shown by no page: it is the person's. {@code asked}: upon which request of theirs, if any.
   */
  @PostMapping("/profiles/{id}/package")
  void export(
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean partial,
      @RequestParam(defaultValue = "json") String as,
      @RequestParam(defaultValue = "") String asked,
      Visitor visitor,
      HttpServletResponse response)
      throws IOException {
    var request =
        ExportPersonalDataRequest.newBuilder()
            .setName("profiles/" + id)
            .setAllowPartial(partial)
            .setPrivacyRequest(asked)
            .build();
    var found = privacy(visitor).exportPersonalData(request);
    boolean readable = as.equals("pdf");
    var file = id.replaceAll("[^A-Za-z0-9-]", "") + (readable ? ".pdf" : ".json");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
    response.setHeader("Cache-Control", "no-store");
    if (readable) {
      response.setContentType(Paper.MEDIA_TYPE);
      response.getOutputStream().write(paper.of(found, visitor.locale()));
    } else {
      answers.send(response, found, "");
    }
  }

  /** Nothing is forgotten by a slip: whoever asks says why, and that it is meant. */
  @PostMapping("/profiles/{id}/erase")
  String erase(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String request,
      @RequestParam(defaultValue = "false") boolean confirmed,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    if (!isFor(visitor)) {
      return Failures.nothingHere(model, response);
    }
    var name = "profiles/" + id;
    var wish =
        EraseProfileRequest.newBuilder()
            .setName(name)
            .setReason(reason.strip())
            .setRequestId(request)
            .build();
    try {
      return "redirect:/profiles/" + started(wish, confirmed, visitor);
    } catch (StatusRuntimeException e) {
      var refused = Refused.of(e);
      response.setStatus(refused.http());
      model.addAttribute("refused", refused);
      model.addAttribute("written", Map.of("reason", reason));
      return fill(name, visitor, model);
    }
  }

  /** How far an erasure is. The person's page may be gone by then. */
  @GetMapping("/profiles/erasures/{operation}")
  String erasure(
      @PathVariable String operation, Visitor visitor, Model model, HttpServletResponse response) {
    if (!isFor(visitor)) {
      return Failures.nothingHere(model, response);
    }
    var found =
        services
            .operations(visitor)
            .getOperation(
                GetOperationRequest.newBuilder().setName("operations/" + operation).build());
    model.addAttribute("operation", found);
    model.addAttribute("erased", erased(found));
    return "erasure";
  }

  private String started(EraseProfileRequest wish, boolean confirmed, Visitor visitor) {
    if (!confirmed) {
      var refusal = InvalidFields.of("confirmed", "ERASURE_NOT_CONFIRMED", Map.of());
      var told = Statuses.of(refusal, visitor.locale());
      throw new StatusRuntimeException(told.getStatus(), told.getTrailers());
    }
    var operation = privacy(visitor).eraseProfile(wish).getName();
    return "erasures/" + operation.substring(operation.indexOf('/') + 1);
  }

  private String fill(String name, Visitor visitor, Model model) {
    var request = GetProfileRequest.newBuilder().setName(name).build();
    model.addAttribute("profile", services.profiles(visitor).getProfile(request));
    model.addAttribute("purpose", visitor.purpose());
    // Sent twice, as by a double click, the form asks for one erasure.
    model.addAttribute("requestId", requestIds.get());
    return "requests";
  }

  /** What came of it; nothing while it is under way, or where it failed. */
  private static List<EraseResult> erased(Operation operation) {
    try {
      return operation.hasResponse()
          ? List.of(operation.getResponse().unpack(EraseResult.class))
          : List.of();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(operation.getName() + " ended with something else", e);
    }
  }

  private PrivacyServiceBlockingStub privacy(Visitor visitor) {
    return PrivacyServiceGrpc.newBlockingStub(services.channel(visitor, SERVICE))
        .withDeadlineAfter(PATIENCE);
  }
}
