package org.masterplan.gateway.rest;

import com.google.protobuf.Message;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private static final String SERVICES = "services/";

  /** Which service keeps the imports of a kind, the first word of their ids. */
  private static final Map<String, String> BY_IMPORT =
      Map.of(
          "communities", "community-registry",
          "members", "community-registry",
          "consents", "customer-profiles",
          "activities", "abandonment-detection",
          "observations", "abandonment-detection",
          "mentions", "social-listening");

  private static final String IMPORTS = "imports/";

  /** What every service offers for itself: its trail, its notices. The parent says whose. */
  private static final Set<String> OF_EVERY_SERVICE = Set.of("audit", "notice");

  private Destinations() {}

  /** Whether some service offers the method to REST. */
  static boolean reachable(Rpc rpc) {
    return BY_AREA.containsKey(rpc.area())
        || OF_EVERY_SERVICE.contains(rpc.area())
        || rpc.area().equals("operations")
        || rpc.area().equals("imports");
  }

  /**
   * The service's name; an operation's name says it itself, {@code operations/{area}-{id}}, and so
   * does the parent of a trail or of notices, {@code services/{service}}; an import's says what was
   * imported, {@code imports/{kind}-{id}}.
   */
  static String of(Rpc rpc, Message request) {
    var area = BY_AREA.get(rpc.area());
    if (area != null) {
      return area;
    }
    if (OF_EVERY_SERVICE.contains(rpc.area())) {
      var parent = text(request, "parent");
      return service(parent).orElseThrow(() -> NotFound.named(parent));
    }
    if (rpc.area().equals("imports")) {
      var parent = text(request, "parent");
      return importer(parent).orElseThrow(() -> NotFound.named(parent));
    }
    var name = text(request, "name");
    return operation(name).orElseThrow(() -> NotFound.named(name));
  }

  private static String text(Message request, String name) {
    var field = request.getDescriptorForType().findFieldByName(name);
    return field == null ? "" : String.valueOf(request.getField(field));
  }

  private static Optional<String> service(String parent) {
    return BY_AREA.values().stream().filter(name -> parent.equals(SERVICES + name)).findFirst();
  }

  private static Optional<String> importer(String parent) {
    int end = parent.indexOf('-');
    return parent.startsWith(IMPORTS) && end > 0
        ? Optional.ofNullable(BY_IMPORT.get(parent.substring(IMPORTS.length(), end)))
        : Optional.empty();
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
