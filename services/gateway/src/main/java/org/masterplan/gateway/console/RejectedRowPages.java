package org.masterplan.gateway.console;

import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Supplier;
import org.masterplan.profiles.v1.GetSourceRequest;
import org.masterplan.profiles.v1.ListRejectedRowsRequest;
import org.masterplan.profiles.v1.ReplayRejectedRowsRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rows of a source that were not taken, why, and trying them again. */
@Controller
final class RejectedRowPages {
  private static final int PAGE = 50;

  private final Services services;
  private final Supplier<UUID> requestIds;

  RejectedRowPages(Services services, Supplier<UUID> requestIds) {
    this.services = services;
    this.requestIds = requestIds;
  }

  @GetMapping("/sources/{id}/rejected-rows")
  String list(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String token,
      Visitor visitor,
      Model model) {
    return fill(id, token, visitor, model);
  }

  @PostMapping("/sources/{id}/rejected-rows/replay")
  String replay(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var request =
        ReplayRejectedRowsRequest.newBuilder()
            .setParent("sources/" + id)
            .setRequestId(FormFields.request(form))
            .build();
    try {
      return LoadPages.followed(id, services.sources(visitor).replayRejectedRows(request));
    } catch (StatusRuntimeException e) {
      var refused = Refused.of(e);
      response.setStatus(refused.http());
      model.addAttribute("refused", refused);
      return fill(id, "", visitor, model);
    }
  }

  private String fill(String id, String token, Visitor visitor, Model model) {
    var request =
        ListRejectedRowsRequest.newBuilder()
            .setParent("sources/" + id)
            .setPageSize(PAGE)
            .setPageToken(token)
            .build();
    var sources = services.sources(visitor);
    var page = sources.listRejectedRows(request);
    var source = GetSourceRequest.newBuilder().setName("sources/" + id).build();
    model.addAttribute("source", sources.getSource(source));
    model.addAttribute("rows", page.getRejectedRowsList());
    model.addAttribute("next", page.getNextPageToken());
    model.addAttribute("first", token.isEmpty());
    model.addAttribute("purpose", visitor.purpose());
    model.addAttribute("mayAct", visitor.person().is("data-team"));
    model.addAttribute("requestId", requestIds.get());
    return "rejected-rows";
  }
}
