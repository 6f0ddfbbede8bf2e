package org.masterplan.gateway.console;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.grpc.Status;
import java.io.UncheckedIOException;
import org.masterplan.profiles.v1.FieldMapping;

/** A mapping that was shown, as a form carries it: as one line, for headings may have several. */
final class SeenMapping {
  private SeenMapping() {}

  static String text(FieldMapping mapping) {
    try {
      return JsonFormat.printer().omittingInsignificantWhitespace().print(mapping);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses a text that is no mapping. */
  static FieldMapping of(String text) {
    var mapping = FieldMapping.newBuilder();
    try {
      JsonFormat.parser().merge(text, mapping);
      return mapping.build();
    } catch (InvalidProtocolBufferException e) {
      throw Status.INVALID_ARGUMENT.withCause(e).asRuntimeException();
    }
  }
}
