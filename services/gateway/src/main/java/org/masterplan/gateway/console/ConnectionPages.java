package org.masterplan.gateway.console;

import com.google.longrunning.Operation;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.operations.v1.GetOperationRequest;
import org.masterplan.operations.v1.LoadProgress;
import org.masterplan.profiles.v1.CompareKeysRequest;
import org.masterplan.profiles.v1.Connection;
import org.masterplan.profiles.v1.GetConnectionRequest;
import org.masterplan.profiles.v1.GetSourceRequest;
import org.masterplan.profiles.v1.KeyComparison;
import org.masterplan.profiles.v1.PullSourceRequest;
import org.masterplan.profiles.v1.TestConnectionRequest;
import org.masterplan.profiles.v1.UpdateConnectionRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The database behind a source: where it is, whether it answers, what is pulled from it. */
@Controller
final class ConnectionPages {
  private final Services services;

  ConnectionPages(Services services) {
    this.services = services;
  }

  /** What is done with a connection from its page. */
  private enum Act {
    SAVE,
    TEST,
    PULL,
    PULL_ALL,
    COMPARE
  }

  @GetMapping("/sources/{id}/connection")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String operation,
      @RequestParam(defaultValue = "") String done,
      Visitor visitor,
      Model model) {
    model.addAttribute("done", done);
    return fill(id, operation, visitor, model);
  }

  /** What came of the operation by now, as a part of the page. */
  @GetMapping("/sources/{id}/connection/progress")
  String progress(
      @PathVariable String id, @RequestParam String operation, Visitor visitor, Model model) {
    model.addAttribute("id", id);
    follow(operation, visitor, model);
    return "connection :: course";
  }

  @PostMapping("/sources/{id}/connection/act")
  String act(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form,
      Visitor visitor,
      Model model,
      HttpServletResponse response) {
    var act = act(FormFields.text(form, "act"));
    if (act.isEmpty()) {
      return Failures.nothingHere(model, response);
    }
    try {
      return take(act.get(), id, form, visitor, model);
    } catch (StatusRuntimeException e) {
      var refused = Refused.of(e);
      response.setStatus(refused.http());
      model.addAttribute("refused", refused);
      model.addAttribute("written", form.toSingleValueMap());
      model.addAttribute("overtaken", refused.isStale());
      return fill(id, "", visitor, model);
    }
  }

  private String take(
      Act act, String id, MultiValueMap<String, String> form, Visitor visitor, Model model) {
    var connections = services.connections(visitor);
    var name = "sources/" + id + "/connection";
    return switch (act) {
      case SAVE -> {
        var said = UpdateConnectionRequest.newBuilder().setConnection(said(name, form));
        Arrays.asList("url", "user", "secret", "table", "cursor_column")
            .forEach(field -> said.getUpdateMaskBuilder().addPaths(field));
        connections.updateConnection(said.build());
        yield "redirect:/" + name + "?done=connection.save";
      }
      case TEST -> {
        var request = TestConnectionRequest.newBuilder().setName(name).build();
        model.addAttribute("columns", connections.testConnection(request).getColumnsList());
        yield fill(id, "", visitor, model);
      }
      case PULL, PULL_ALL -> {
        var request = PullSourceRequest.newBuilder().setName("sources/" + id);
        yield started(id, connections.pullSource(request.setAll(act == Act.PULL_ALL).build()));
      }
      case COMPARE ->
          started(
              id, connections.compareKeys(CompareKeysRequest.newBuilder().setName(name).build()));
    };
  }

  private static String started(String id, Operation operation) {
    return "redirect:/sources/" + id + "/connection?operation=" + last(operation.getName());
  }

  private String fill(String id, String operation, Visitor visitor, Model model) {
    var source = GetSourceRequest.newBuilder().setName("sources/" + id).build();
    var connection =
        GetConnectionRequest.newBuilder().setName("sources/" + id + "/connection").build();
    var found = services.connections(visitor).getConnection(connection);
    model.addAttribute("id", id);
    model.addAttribute("source", services.sources(visitor).getSource(source));
    model.addAttribute("connection", found);
    follow(operation.isEmpty() ? last(found.getLastPull()) : operation, visitor, model);
    return "connection";
  }

  private void follow(String operation, Visitor visitor, Model model) {
    if (operation.isEmpty()) {
      return;
    }
    var request = GetOperationRequest.newBuilder().setName("operations/" + operation).build();
    var found = services.operations(visitor).getOperation(request);
    model.addAttribute("operation", found);
    model.addAttribute("operationId", operation);
    model.addAttribute(
        "worked", found.hasMetadata() ? as(found.getMetadata(), LoadProgress.class) : null);
    var response = found.getResponse();
    model.addAttribute("pulled", found.hasResponse() ? as(response, ImportResult.class) : null);
    model.addAttribute("compared", found.hasResponse() ? as(response, KeyComparison.class) : null);
  }

  private static <T extends Message> @org.jspecify.annotations.Nullable T as(
      com.google.protobuf.Any any, Class<T> type) {
    try {
      return any.is(type) ? any.unpack(type) : null;
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("an operation ended with something else", e);
    }
  }

  private static Connection said(String name, MultiValueMap<String, String> form) {
    return Connection.newBuilder()
        .setName(name)
        .setUrl(FormFields.text(form, "url"))
        .setUser(FormFields.text(form, "user"))
        .setSecret(FormFields.text(form, "secret"))
        .setTable(FormFields.text(form, "table"))
        .setCursorColumn(FormFields.text(form, "cursor_column"))
        .setEtag(FormFields.text(form, "etag"))
        .build();
  }

  private static Optional<Act> act(String word) {
    return List.of(Act.values()).stream().filter(act -> act.name().equals(word)).findFirst();
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
