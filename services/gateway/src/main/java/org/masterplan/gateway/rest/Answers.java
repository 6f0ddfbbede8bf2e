package org.masterplan.gateway.rest;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusException;
import io.grpc.protobuf.StatusProto;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.platform.status.Statuses;
import org.masterplan.platform.text.TextCatalogue;

/** Writes answers and errors as contracts.md has them. */
public final class Answers {
  private static final String JSON = "application/json";
  private final JsonFormat.Printer printer;
  private final JsonFormat.Printer compact;

  public Answers(TypeRegistry types) {
    this.printer = JsonFormat.printer().usingTypeRegistry(types).alwaysPrintFieldsWithNoPresence();
    this.compact = printer.omittingInsignificantWhitespace();
  }

  /** The message as JSON on one line. */
  String line(Message message) throws InvalidProtocolBufferException {
    return compact.print(message);
  }

  /**
   * The message, or only one field of it.
   *
   * @param field proto name; empty for the whole message
   */
  public void send(HttpServletResponse response, Message message, String field) throws IOException {
    var json = printer.print(message);
    if (!field.isEmpty()) {
      var named = message.getDescriptorForType().findFieldByName(field);
      var part = JsonParser.parseString(json).getAsJsonObject().get(named.getJsonName());
      json = part == null ? "{}" : part.toString();
    }
    send(response, 200, json);
  }

  /** A refusal of HTTP. */
  public void refuse(HttpServletResponse response, HttpRefusal refusal, Locale locale)
      throws IOException {
    if (refusal.http() == 401) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    send(response, refusal.http(), error(refusal.http(), status(refusal, locale)));
  }

  /** A refusal of the plan. */
  void refuse(HttpServletResponse response, Refusal refusal, Locale locale) throws IOException {
    refuse(response, Statuses.of(refusal, locale));
  }

  /** What a service answered instead of a message. */
  void refuse(HttpServletResponse response, StatusException refused) throws IOException {
    var status = StatusProto.fromThrowable(refused);
    var told = status == null ? Status.getDefaultInstance() : status;
    send(response, http(told), error(http(told), told));
  }

  /** An error as the last line of a stream that has begun. */
  String line(StatusException refused) {
    var status = StatusProto.fromThrowable(refused);
    var told = status == null ? Status.getDefaultInstance() : status;
    return error(http(told), told);
  }

  private String error(int http, Status status) {
    var error = new JsonObject();
    error.addProperty("code", http);
    error.addProperty("status", name(status));
    error.addProperty("message", status.getMessage());
    var details = new JsonArray();
    status.getDetailsList().forEach(detail -> add(detail, details));
    error.add("details", details);
    var root = new JsonObject();
    root.add("error", error);
    return root.toString();
  }

  private void add(Any detail, JsonArray details) {
    try {
      details.add(JsonParser.parseString(compact.print(detail)));
    } catch (InvalidProtocolBufferException _) {
      // A detail of a type that is not in the contract says nothing to its reader.
    }
  }

  private static Status status(HttpRefusal refusal, Locale locale) {
    var info =
        ErrorInfo.newBuilder()
            .setDomain("masterplan")
            .setReason(refusal.reason())
            .putAllMetadata(refusal.about());
    return Status.newBuilder()
        .setCode(refusal.code().getNumber())
        .setMessage(TextCatalogue.shared().say(locale, refusal.reason(), refusal.about()))
        .addDetails(Any.pack(info.build()))
        .build();
  }

  private static String name(Status status) {
    var code = Code.forNumber(status.getCode());
    return code == null ? Code.UNKNOWN.name() : code.name();
  }

  /** The HTTP status of a canonical one (google/rpc/code.proto). */
  private static int http(Status status) {
    var code = Code.forNumber(status.getCode());
    return switch (code == null ? Code.UNKNOWN : code) {
      case OK -> 200;
      case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE -> 400;
      case UNAUTHENTICATED -> 401;
      case PERMISSION_DENIED -> 403;
      case NOT_FOUND -> 404;
      case ALREADY_EXISTS, ABORTED -> 409;
      case RESOURCE_EXHAUSTED -> 429;
      case CANCELLED -> 499;
      case UNIMPLEMENTED -> 501;
      case UNAVAILABLE -> 503;
      case DEADLINE_EXCEEDED -> 504;
      case UNKNOWN, INTERNAL, DATA_LOSS, UNRECOGNIZED -> 500;
    };
  }

  private static void send(HttpServletResponse response, int http, String json) throws IOException {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    response.setStatus(http);
    response.setContentType(JSON);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
