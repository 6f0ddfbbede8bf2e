package org.masterplan.gateway.rest;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.masterplan.gateway.contract.Contract;
import org.masterplan.gateway.contract.Rpc;

/**
 * One HTTP method and path, and the call behind it.
 *
 * @param verb GET, POST, PUT, PATCH or DELETE
 * @param body field that the body fills; {@code *} for the whole request, empty for none
 * @param responseBody field that is the answer; empty for the whole response
 */
public record Route(String verb, PathTemplate path, Rpc rpc, String body, String responseBody) {

  /** Every route that the contract declares, and the uploads that it cannot declare. */
  public static List<Route> all(Contract contract) {
    var declared = contract.rpcs().stream().flatMap(Route::declared);
    return Stream.concat(declared, Uploads.routes(contract).stream()).toList();
  }

  /** Whether the body is a file that is passed on as it comes. */
  public boolean isUpload() {
    return rpc.proto().isClientStreaming();
  }

  private static Stream<Route> declared(Rpc rpc) {
    if (!rpc.proto().getOptions().hasExtension(AnnotationsProto.http)) {
      return Stream.empty();
    }
    var rule = rpc.proto().getOptions().getExtension(AnnotationsProto.http);
    return Stream.concat(Stream.of(rule), rule.getAdditionalBindingsList().stream())
        .flatMap(each -> of(each, rpc).stream());
  }

  private static Optional<Route> of(HttpRule rule, Rpc rpc) {
    return switch (rule.getPatternCase()) {
      case GET -> of("GET", rule.getGet(), rule, rpc);
      case POST -> of("POST", rule.getPost(), rule, rpc);
      case PUT -> of("PUT", rule.getPut(), rule, rpc);
      case PATCH -> of("PATCH", rule.getPatch(), rule, rpc);
      case DELETE -> of("DELETE", rule.getDelete(), rule, rpc);
      case CUSTOM, PATTERN_NOT_SET -> Optional.empty();
    };
  }

  private static Optional<Route> of(String verb, String path, HttpRule rule, Rpc rpc) {
    var template = PathTemplate.parse(path);
    return Optional.of(new Route(verb, template, rpc, rule.getBody(), rule.getResponseBody()));
  }
}
