package org.masterplan.gateway.rest;

import com.google.protobuf.DynamicMessage;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCalls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.gateway.contract.Contract;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.platform.status.Statuses;
import org.springframework.web.HttpRequestHandler;

/**
 * Answers every path of the REST interface by the call that the contract names for it. Knows no
 * single method: a new one in the proto files is answered without a change here.
 */
public final class Transcoder implements HttpRequestHandler {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  /** For a replay: it tries again what an import rejected, which may be many rows. */
  private static final Duration INTAKE_DEADLINE = Duration.ofMinutes(10);

  private final Routes routes;
  private final Requests requests;
  private final Answers answers;
  private final Uploads uploads;
  private final Channels channels;
  private final Patience patience;

  public Transcoder(Contract contract, Channels channels, Patience patience) {
    this.routes = new Routes(offered(contract));
    this.requests = new Requests(contract.types());
    this.answers = new Answers(contract.types());
    this.uploads = new Uploads(requests, patience);
    this.channels = channels;
    this.patience = patience;
  }

  /** The routes that some service answers. */
  public static List<Route> offered(Contract contract) {
    return Route.all(contract).stream().filter(r -> Destinations.reachable(r.rpc())).toList();
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      switch (routes.find(request.getMethod(), request.getRequestURI())) {
        case Routes.Match match -> run(match, request, response);
        case Routes.OtherVerbs(var allowed) -> {
          response.setHeader("Allow", allowed);
          throw new Bodies.RefusedException(HttpRefusal.otherMethods(allowed));
        }
        case Routes.Nothing() ->
            throw new Bodies.RefusedException(HttpRefusal.noSuchPath(request.getRequestURI()));
      }
    } catch (Bodies.RefusedException e) {
      answers.refuse(response, e.refusal(), CallHeaders.language(request));
    } catch (Refusal e) {
      answers.refuse(response, e, CallHeaders.language(request));
    } catch (StatusRuntimeException e) {
      answers.refuse(response, new StatusException(e.getStatus(), e.getTrailers()));
    } catch (StatusException e) {
      answers.refuse(response, e);
    }
  }

  private void run(Routes.Match match, HttpServletRequest request, HttpServletResponse response)
      throws IOException, Bodies.RefusedException, StatusException {
    var route = match.route();
    if (route.isUpload()) {
      var channel =
          CallHeaders.attach(channels.to(Destinations.of(route.rpc(), empty(route))), request);
      answers.send(response, uploads.pass(match, request, channel), route.responseBody());
      return;
    }
    var said = new Requests.Said(match.filled(), Parameters.of(request), body(route, request));
    var message = requests.of(route, said);
    var channel = CallHeaders.attach(channels.to(Destinations.of(route.rpc(), message)), request);
    if (route.rpc().proto().isServerStreaming()) {
      stream(route, message, channel, new Exchange(request, response));
    } else {
      answers.send(response, unary(route, message, channel), route.responseBody());
    }
  }

  private static String body(Route route, HttpServletRequest request)
      throws IOException, Bodies.RefusedException {
    return route.body().isEmpty() ? "" : Bodies.json(request);
  }

  private static DynamicMessage empty(Route route) {
    return DynamicMessage.getDefaultInstance(route.rpc().proto().getInputType());
  }

  private static DynamicMessage unary(Route route, DynamicMessage message, Channel channel) {
    var answer = route.rpc().proto().getOutputType();
    boolean takesRows = answer.getFullName().equals(ImportResult.getDescriptor().getFullName());
    var deadline = takesRows ? INTAKE_DEADLINE : DEADLINE;
    var options = CallOptions.DEFAULT.withDeadlineAfter(deadline);
    try {
      return ClientCalls.blockingUnaryCall(channel, route.rpc().grpc(), options, message);
    } catch (StatusRuntimeException e) {
      throw told(e, Destinations.of(route.rpc(), message), deadline);
    }
  }

  /** A deadline that passed here is told by gRPC in words about channels and nanoseconds. */
  static RuntimeException told(StatusRuntimeException refused, String service, Duration waited) {
    var status = StatusProto.fromThrowable(refused);
    boolean ours = status == null || status.getDetailsCount() == 0;
    return ours && refused.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED
        ? ServerStream.silent(service, waited)
        : refused;
  }

  private void stream(Route route, DynamicMessage message, Channel channel, Exchange exchange)
      throws IOException {
    try (var items = ServerStream.open(route.rpc(), message, channel, patience.idle())) {
      var download = Downloads.of(route.rpc());
      if (download.isPresent()) {
        download.get().write(items, exchange.response());
      } else {
        lines(items, exchange);
      }
    }
  }

  /** What was asked over HTTP and is being answered. */
  private record Exchange(HttpServletRequest request, HttpServletResponse response) {}

  private void lines(Iterator<DynamicMessage> items, Exchange exchange) throws IOException {
    // The first message decides: a call refused at once is answered as an error, not as a stream.
    var more = items.hasNext();
    exchange.response().setContentType("application/x-ndjson");
    var out = exchange.response().getOutputStream();
    try {
      while (more) {
        out.write((answers.line(items.next()) + "\n").getBytes(StandardCharsets.UTF_8));
        more = items.hasNext();
      }
    } catch (StatusRuntimeException e) {
      var error = answers.line(new StatusException(e.getStatus(), e.getTrailers()));
      out.write((error + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (Refusal e) {
      var error = answers.line(Statuses.of(e, CallHeaders.language(exchange.request())));
      out.write((error + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
