package org.masterplan.gateway.console;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers that a page can do without: a service that is away leaves a gap that the page names,
 * instead of taking the page down.
 */
final class Asked {
  private final List<String> missing = new ArrayList<>();

  /** The answer; empty if the service is away, or does not talk to this visitor. */
  <T> Optional<T> of(String service, Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (StatusRuntimeException e) {
      if (isFault(e.getStatus().getCode())) {
        miss(List.of(service));
      }
      return Optional.empty();
    }
  }

  /** Notes services that did not answer somebody else who asked for this page. */
  void miss(List<String> services) {
    services.stream().filter(service -> !missing.contains(service)).forEach(missing::add);
  }

  /** Services that did not answer, by name. */
  List<String> missing() {
    return missing;
  }

  private static boolean isFault(Status.Code code) {
    return code != Status.Code.PERMISSION_DENIED && code != Status.Code.NOT_FOUND;
  }
}
