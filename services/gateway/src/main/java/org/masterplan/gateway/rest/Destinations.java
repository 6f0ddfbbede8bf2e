package org.masterplan.gateway.rest;

import com.google.protobuf.Message;
import java.util.Map;
import java.util.Optional;
import org.masterplan.gateway.contract.Rpc;
import org.masterplan.kernel.refusal.NotFound;

/** Which service answers a call. */
final class Destinations {
  private static final Map<String, String> BY_AREA =
      Map.of(
          "registry", "community-registry",
          "profiles", "customer-profiles",
          "governance", "message-governance",
          "abandonment", "abandonment-detection",
          "listening", "social-listening");
  private static final String OPERATIONS = "operations/";

  private Destinations() {}

  /** Whether some service offers the method to REST. */
  static boolean reachable(Rpc rpc) {
    return BY_AREA.containsKey(rpc.area()) || rpc.area().equals("operations");
  }

  /** The service's name; an operation's name says it itself, {@code operations/{service}-{id}}. */
  static String of(Rpc rpc, Message request) {
    var area = BY_AREA.get(rpc.area());
    if (area != null) {
      return area;
    }
    var field = request.getDescriptorForType().findFieldByName("name");
    var name = field == null ? "" : String.valueOf(request.getField(field));
    return operation(name).orElseThrow(() -> NotFound.named(name));
  }

  private static Optional<String> operation(String name) {
    if (!name.startsWith(OPERATIONS)) {
      return Optional.empty();
    }
    var rest = name.substring(OPERATIONS.length());
    return BY_AREA.entrySet().stream()
        .filter(e -> rest.startsWith(e.getKey() + "-") || rest.startsWith(e.getValue() + "-"))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
