package org.masterplan.platform.operation;

import com.google.longrunning.Operation;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import com.google.rpc.Status;
import java.util.Locale;
import java.util.Map;
import org.masterplan.platform.text.TextCatalogue;

/** Operations as callers see them. */
final class OperationMessages {
  private OperationMessages() {}

  static Operation of(OperationDocument document, Locale locale) {
    var operation =
        Operation.newBuilder()
            .setName(document.name())
            .setMetadata(Any.pack(document.progress().message()));
    try {
      return switch (document.state()) {
        case WAITING, RUNNING -> operation.build();
        case DONE ->
            operation
                .setDone(true)
                .setResponse(Any.parseFrom(document.response().orElseThrow()))
                .build();
        case FAILED -> operation.setDone(true).setError(error(document, locale)).build();
        case CANCELLED -> operation.setDone(true).setError(cancelled(locale)).build();
      };
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(document.name() + " is stored damaged", e);
    }
  }

  private static Status error(OperationDocument document, Locale locale)
      throws InvalidProtocolBufferException {
    var language = locale.getLanguage().equals("vi") ? "vi" : "en";
    return Status.parseFrom(document.errors().getOrDefault(language, new byte[0]));
  }

  private static Status cancelled(Locale locale) {
    var text = TextCatalogue.shared().say(locale, "OPERATION_CANCELLED", Map.of());
    return Status.newBuilder().setCode(Code.CANCELLED_VALUE).setMessage(text).build();
  }
}
