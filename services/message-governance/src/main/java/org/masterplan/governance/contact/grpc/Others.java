package org.masterplan.governance.contact.grpc;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.call.Caller;

/** Asks another service as this one, and fails closed: no answer is no permission. */
public final class Others {
  private static final Set<Code> OUR_MISTAKE = EnumSet.of(Code.INVALID_ARGUMENT, Code.NOT_FOUND);

  private Others() {}

  /**
   * The other service's answer. Throws {@code InvalidFields} for {@code field} if it does not
   * understand what the caller named there, {@code Unavailable} for {@code away} in any other case.
   */
  public static <T> T ask(String away, String field, Supplier<T> call) {
    try {
      return Caller.callAsService("message-governance", call);
    } catch (StatusRuntimeException e) {
      if (OUR_MISTAKE.contains(e.getStatus().getCode())) {
        throw InvalidFields.of(field, "NOT_UNDERSTOOD", Map.of("field", field));
      }
      throw new Unavailable(away, Map.of());
    }
  }
}
