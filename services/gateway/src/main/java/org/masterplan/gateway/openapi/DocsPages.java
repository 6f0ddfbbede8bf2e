package org.masterplan.gateway.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.masterplan.gateway.contract.Contract;
import org.masterplan.gateway.rest.Route;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The description of the interface, for programs and for people. */
@Controller
public final class DocsPages {
  private final String json;
  private final List<Chapter> chapters;

  public DocsPages(Contract contract, List<Route> routes) {
    this.json = new OpenApi(contract, routes).describe().toString();
    this.chapters = chapters(contract, routes);
  }

  /** The calls of one service. */
  public record Chapter(String name, String comment, List<Call> calls) {}

  /**
   * One call.
   *
   * @param takes name of the type in its body; empty for none
   */
  public record Call(String verb, String path, String comment, String takes, String answers) {}

  @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String json() {
    return json;
  }

  @GetMapping("/docs")
  String show(Model model) {
    model.addAttribute("chapters", chapters);
    return "docs";
  }

  private static List<Chapter> chapters(Contract contract, List<Route> routes) {
    var calls = new TreeMap<String, List<Call>>();
    var comments = new TreeMap<String, String>();
    for (var route : routes) {
      var service = route.rpc().proto().getService();
      comments.put(service.getName(), contract.comment(service));
      calls.computeIfAbsent(service.getName(), _ -> new ArrayList<>()).add(call(contract, route));
    }
    return calls.entrySet().stream()
        .map(e -> new Chapter(e.getKey(), comments.getOrDefault(e.getKey(), ""), e.getValue()))
        .toList();
  }

  private static Call call(Contract contract, Route route) {
    var method = route.rpc().proto();
    var takes = route.isUpload() ? "file" : route.body().isEmpty() ? "" : body(route);
    var answers = method.getOutputType().getName();
    return new Call(
        route.verb(), route.path().readable(), contract.comment(method), takes, answers);
  }

  private static String body(Route route) {
    var type = route.rpc().proto().getInputType();
    return route.body().equals("*")
        ? type.getName()
        : type.findFieldByName(route.body()).getMessageType().getName();
  }
}
