package org.masterplan.gateway.console;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Why a service refused, for a person to read.
 *
 * @param code the canonical status
 * @param text the service's words, in the visitor's language
 * @param fields what is wrong with which field
 */
public record Refused(Status.Code code, String text, List<Field> fields) {
  public Refused {
    fields = List.copyOf(fields);
  }

  /**
   * One field.
   *
   * @param name as forms spell it, for example {@code expected_gain}
   */
  public record Field(String name, String text) {}

  static Refused of(StatusRuntimeException e) {
    var status = StatusProto.fromThrowable(e);
    var text = status == null ? "" : status.getMessage();
    return new Refused(e.getStatus().getCode(), text, status == null ? List.of() : fields(status));
  }

  /** Whether somebody else wrote in between, or the same form came twice. */
  public boolean isStale() {
    return code == Status.Code.ABORTED;
  }

  /** The HTTP status of a page that shows this. */
  int http() {
    return switch (code) {
      case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE -> 400;
      case UNAUTHENTICATED -> 401;
      case PERMISSION_DENIED -> 403;
      case NOT_FOUND -> 404;
      case ALREADY_EXISTS, ABORTED -> 409;
      case RESOURCE_EXHAUSTED -> 429;
      case UNAVAILABLE -> 503;
      case DEADLINE_EXCEEDED -> 504;
      case OK, CANCELLED, UNKNOWN, UNIMPLEMENTED, INTERNAL, DATA_LOSS -> 500;
    };
  }

  /** Whether something is wrong with that field. */
  public boolean names(String field) {
    return fields.stream().anyMatch(f -> f.name().equals(field));
  }

  /** What is wrong with that field; empty if nothing is. */
  public String about(String field) {
    return String.join(
        " ", fields.stream().filter(f -> f.name().equals(field)).map(Field::text).toList());
  }

  private static List<Field> fields(com.google.rpc.Status status) {
    var fields = new ArrayList<Field>();
    for (var detail : status.getDetailsList()) {
      if (detail.is(BadRequest.class)) {
        try {
          detail.unpack(BadRequest.class).getFieldViolationsList().stream()
              .map(v -> new Field(last(v.getField()), v.getDescription()))
              .forEach(fields::add);
        } catch (InvalidProtocolBufferException _) {
          // A damaged detail says nothing; the text above it still does.
        }
      }
    }
    return fields;
  }

  /** {@code community.expectedGain} and {@code community.expected_gain} are one field. */
  private static String last(String path) {
    var name = path.substring(path.lastIndexOf('.') + 1).replaceAll("\\[.*", "");
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
