package org.masterplan.platform.status;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import io.grpc.StatusException;
import io.grpc.protobuf.StatusProto;
import java.util.Locale;
import java.util.Map;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.LimitReached;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.platform.text.TextCatalogue;

/** The only place where a refusal becomes a gRPC status (AIP-193). */
public final class Statuses {
  static final String DOMAIN = "masterplan";

  /**
   * As many bytes of single fields travel. {@code fields} in the metadata names others too, as far
   * as a shortened value reaches: neither list has to be whole.
   */
  private static final int VIOLATIONS = 16 * 1024;

  private static final TextCatalogue TEXTS = TextCatalogue.shared();

  private Statuses() {}

  /** The refusal as a status in the caller's language, with reason, metadata and field list. */
  public static StatusException of(Refusal refusal, Locale locale) {
    var about = Shortened.all(refusal.about());
    var status = build(code(refusal), refusal.reason(), about, message(refusal, locale));
    if (refusal instanceof InvalidFields invalid) {
      status.addDetails(Any.pack(badRequest(invalid, locale)));
    }
    return StatusProto.toStatusException(status.build());
  }

  /** No token, or one that does not verify. */
  public static StatusException unauthenticated(Locale locale) {
    var text = TEXTS.say(locale, "UNAUTHENTICATED", Map.of());
    return StatusProto.toStatusException(
        build(Code.UNAUTHENTICATED, "UNAUTHENTICATED", Map.of(), text).build());
  }

  /** A fault of ours; the incident number leads to the log, the text tells nothing else. */
  public static StatusException fault(String incident, Locale locale) {
    var about = Map.of("incident", incident);
    var text = TEXTS.say(locale, "FAULT", about);
    return StatusProto.toStatusException(build(Code.INTERNAL, "FAULT", about, text).build());
  }

  private static Code code(Refusal refusal) {
    return switch (refusal) {
      case InvalidFields _ -> Code.INVALID_ARGUMENT;
      case NotFound _ -> Code.NOT_FOUND;
      case AlreadyExists _ -> Code.ALREADY_EXISTS;
      case Stale _ -> Code.ABORTED;
      case WrongState _ -> Code.FAILED_PRECONDITION;
      case NotAllowed _ -> Code.PERMISSION_DENIED;
      case LimitReached _ -> Code.RESOURCE_EXHAUSTED;
      case Unavailable _ -> Code.UNAVAILABLE;
    };
  }

  /** A single violation is the whole message; of several, the first line says which fields. */
  private static String message(Refusal refusal, Locale locale) {
    if (refusal instanceof InvalidFields invalid && invalid.violations().size() == 1) {
      return say(invalid.violations().getFirst(), locale);
    }
    return TEXTS.say(locale, refusal.reason(), Shortened.all(refusal.about()));
  }

  private static BadRequest badRequest(InvalidFields invalid, Locale locale) {
    var bad = BadRequest.newBuilder();
    int room = VIOLATIONS;
    for (var violation : invalid.violations()) {
      var told =
          BadRequest.FieldViolation.newBuilder()
              .setField(Shortened.to(Shortened.SHOWN, violation.field()))
              .setReason(violation.reason())
              .setDescription(say(violation, locale))
              .build();
      room -= told.getSerializedSize();
      if (room < 0) {
        break;
      }
      bad.addFieldViolations(told);
    }
    return bad.build();
  }

  private static String say(Violation violation, Locale locale) {
    return TEXTS.say(locale, violation.reason(), Shortened.all(violation.about()));
  }

  private static com.google.rpc.Status.Builder build(
      Code code, String reason, Map<String, String> about, String text) {
    return com.google.rpc.Status.newBuilder()
        .setCode(code.getNumber())
        .setMessage(text)
        .addDetails(
            Any.pack(
                ErrorInfo.newBuilder()
                    .setDomain(DOMAIN)
                    .setReason(reason)
                    .putAllMetadata(about)
                    .build()));
  }
}
