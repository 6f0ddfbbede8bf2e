package org.masterplan.platform.operation;

import io.grpc.protobuf.StatusProto;
import java.util.Locale;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.platform.status.Statuses;

/** Refusals kept for callers who ask later, in either language. */
final class Failures {
  private Failures() {}

  static byte[] bytes(Refusal refusal, Locale locale) {
    var status = StatusProto.fromThrowable(Statuses.of(refusal, locale));
    return status == null ? new byte[0] : status.toByteArray();
  }
}
