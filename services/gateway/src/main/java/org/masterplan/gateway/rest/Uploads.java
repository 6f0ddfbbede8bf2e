package org.masterplan.gateway.rest;

import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.grpc.stub.ClientCalls;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.masterplan.gateway.contract.Contract;
import org.masterplan.gateway.contract.Rpc;
import org.masterplan.kernel.refusal.Unavailable;

/**
 * Files sent to a service as they come: one header, then chunks. Nothing is held but one chunk; a
 * service that is slow to read slows the sender down.
 */
final class Uploads {
  /** The longest file that is taken. */
  static final long LIMIT = 2L * 1024 * 1024 * 1024;

  private static final int CHUNK = 256 * 1024;
  private static final List<Path> PATHS =
      List.of(
          new Path("/v1/communities:import", "registry.v1.CommunityService/ImportCommunities"),
          new Path(
              "/v1/{parent=communities/*}/members:import",
              "registry.v1.MemberService/ImportMembers"),
          new Path("/v1/{name=sources/*}:load", "profiles.v1.SourceService/LoadSource"),
          new Path("/v1/consents:import", "profiles.v1.ConsentService/ImportConsents"),
          new Path("/v1/dealings:import", "profiles.v1.DealingService/ImportDealings"),
          new Path("/v1/doNotCall:import", "profiles.v1.ConsentService/ImportDoNotCall"),
          new Path("/v1/activities:import", "abandonment.v1.ActivityService/ImportActivities"),
          new Path("/v1/observations:import", "abandonment.v1.ActivityService/ImportObservations"),
          new Path("/v1/mentions:import", "listening.v1.MentionService/ImportMentions"));

  private final Requests requests;
  private final Patience patience;

  Uploads(Requests requests, Patience patience) {
    this.requests = requests;
    this.patience = patience;
  }

  /** Where an upload is sent to; {@code google.api.http} has no word for it. */
  private record Path(String template, String rpc) {}

  /** The uploads that the contract offers. */
  static List<Route> routes(Contract contract) {
    return PATHS.stream()
        .flatMap(path -> contract.rpc("masterplan." + path.rpc()).stream().map(r -> route(path, r)))
        .toList();
  }

  /** The type of the first message of an upload. */
  static Descriptor header(Rpc rpc) {
    return rpc.proto().getInputType().findFieldByName("header").getMessageType();
  }

  /** Sends the body on; returns what the service made of it. */
  DynamicMessage pass(Routes.Match match, HttpServletRequest request, Channel channel)
      throws IOException, StatusException, Bodies.RefusedException {
    if (request.getContentLengthLong() > LIMIT) {
      throw new Bodies.RefusedException(HttpRefusal.tooLong(LIMIT));
    }
    var rpc = match.route().rpc();
    var header = part(rpc, "header", headerOf(match, request));
    var call = ClientCalls.blockingClientStreamingCall(channel, rpc.grpc(), CallOptions.DEFAULT);
    try {
      if (write(rpc, header, call)) {
        send(rpc, request.getInputStream(), call);
      }
      return answer(rpc, call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      call.cancel("the sender is gone", null);
    }
  }

  private void send(Rpc rpc, InputStream body, BlockingClientCall<DynamicMessage, ?> call)
      throws IOException, StatusException, InterruptedException, Bodies.RefusedException {
    long sent = 0;
    for (var bytes = body.readNBytes(CHUNK); bytes.length > 0; bytes = body.readNBytes(CHUNK)) {
      sent += bytes.length;
      if (sent > LIMIT) {
        throw new Bodies.RefusedException(HttpRefusal.tooLong(LIMIT));
      }
      // False: the service has answered already, and wants to hear no more.
      if (!write(rpc, part(rpc, "chunk", chunk(rpc, bytes)), call)) {
        return;
      }
    }
    call.halfClose();
  }

  /** A service that takes nothing for long is given up, however much it took before. */
  private boolean write(Rpc rpc, DynamicMessage part, BlockingClientCall<DynamicMessage, ?> call)
      throws StatusException, InterruptedException {
    try {
      return call.write(part, patience.idle().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      throw silent(rpc, patience.idle());
    }
  }

  private DynamicMessage answer(Rpc rpc, BlockingClientCall<?, DynamicMessage> call)
      throws StatusException, InterruptedException, IOException {
    try {
      var answer = call.read(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
      if (answer == null) {
        throw new IOException("the service closed the upload without an answer");
      }
      return answer;
    } catch (TimeoutException _) {
      throw silent(rpc, patience.answer());
    }
  }

  private static Unavailable silent(Rpc rpc, Duration waited) {
    var any = DynamicMessage.getDefaultInstance(rpc.proto().getInputType());
    return ServerStream.silent(Destinations.of(rpc, any), waited);
  }

  private DynamicMessage headerOf(Routes.Match match, HttpServletRequest request) {
    var type = header(match.route().rpc());
    var tree = new JsonObject();
    Lengths.check(match.filled(), Parameters.of(request), type);
    Parameters.of(request).forEach((name, values) -> Json.put(tree, type, name, values));
    match.filled().forEach((name, value) -> Json.put(tree, type, name, value));
    var stated = request.getContentType();
    if (stated != null && !tree.has("contentType") && Json.field(type, "contentType").isPresent()) {
      tree.addProperty("contentType", stated);
    }
    if (request.getContentLengthLong() > 0 && Json.field(type, "totalBytes").isPresent()) {
      tree.addProperty("totalBytes", request.getContentLengthLong());
    }
    return requests.message(tree, type);
  }

  private static DynamicMessage chunk(Rpc rpc, byte[] bytes) {
    var type = rpc.proto().getInputType().findFieldByName("chunk").getMessageType();
    return DynamicMessage.newBuilder(type)
        .setField(type.findFieldByName("data"), ByteString.copyFrom(bytes))
        .build();
  }

  private static DynamicMessage part(Rpc rpc, String field, DynamicMessage value) {
    var type = rpc.proto().getInputType();
    return DynamicMessage.newBuilder(type).setField(type.findFieldByName(field), value).build();
  }

  private static Route route(Path path, Rpc rpc) {
    return new Route("POST", PathTemplate.parse(path.template()), rpc, "*", "");
  }
}
