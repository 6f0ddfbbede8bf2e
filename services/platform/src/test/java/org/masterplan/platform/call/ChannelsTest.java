package org.masterplan.platform.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.BindableService;
import io.grpc.Channel;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.notice.v1.ListNoticesRequest;
import org.masterplan.notice.v1.ListNoticesResponse;
import org.masterplan.notice.v1.MarkNoticesReadRequest;
import org.masterplan.notice.v1.MarkNoticesReadResponse;
import org.masterplan.notice.v1.NoticeServiceGrpc;
import org.masterplan.notice.v1.NoticeServiceGrpc.NoticeServiceBlockingStub;
import org.masterplan.platform.PlatformChannels;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.grpc.client.GrpcChannelFactory;

/** Channels as every service gets them, against a real server. */
class ChannelsTest {
  static Inbox inbox = new Inbox();
  static Server server;
  static ConfigurableApplicationContext context;
  static Channel channel;

  @BeforeAll
  static void start() throws IOException {
    server = serving(inbox);
    context = PlatformChannels.started("--masterplan.call.deadline=2s");
    channel = channel(server);
  }

  @AfterAll
  static void stop() {
    context.close();
    server.shutdownNow();
  }

  @BeforeEach
  void forget() {
    inbox.calls.set(0);
    inbox.awayFor = 0;
    inbox.silent = false;
  }

  @Test
  void read_thatFindsTheServiceAwayOnce_isAskedAgain() {
    inbox.awayFor = 1;

    stub().listNotices(ListNoticesRequest.getDefaultInstance());

    assertThat(inbox.calls).hasValue(2);
  }

  @Test
  void read_thatFindsTheServiceAwayAllTheTime_isGivenUp() {
    inbox.awayFor = 100;

    assertThatThrownBy(() -> stub().listNotices(ListNoticesRequest.getDefaultInstance()))
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.UNAVAILABLE));

    assertThat(inbox.calls).hasValue(3);
  }

  @Test
  void write_isNeverAskedTwice() {
    inbox.awayFor = 1;

    assertThatThrownBy(() -> stub().markNoticesRead(MarkNoticesReadRequest.getDefaultInstance()))
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.UNAVAILABLE));

    assertThat(inbox.calls).hasValue(1);
  }

  @Test
  void read_alongAChainOfServices_isTriedAgainByTheLastOnly() throws IOException {
    inbox.awayFor = 100;
    var second = new Link(stub());
    var last = serving(second);
    var first = new Link(stub(channel(last)));
    var front = serving(first);
    try {
      assertThatThrownBy(
              () -> stub(channel(front)).listNotices(ListNoticesRequest.getDefaultInstance()))
          .satisfies(e -> assertThat(code(e)).isEqualTo(Code.UNAVAILABLE));
    } finally {
      front.shutdownNow();
      last.shutdownNow();
    }

    assertThat(inbox.calls).hasValue(3);
    assertThat(second.calls).hasValue(1);
    assertThat(first.calls).hasValue(1);
  }

  @Test
  void call_thatIsNeverAnswered_ends() {
    inbox.silent = true;

    var usual = NoticeServiceGrpc.newBlockingStub(channel);
    assertThatThrownBy(() -> usual.listNotices(ListNoticesRequest.getDefaultInstance()))
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.DEADLINE_EXCEEDED));
  }

  private static Server serving(BindableService service) throws IOException {
    return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .addService(service)
        .build()
        .start();
  }

  private static Channel channel(Server server) {
    return context
        .getBean(GrpcChannelFactory.class)
        .createChannel("static://127.0.0.1:" + server.getPort());
  }

  private static NoticeServiceBlockingStub stub() {
    return stub(channel);
  }

  /** With time enough for a busy machine. */
  private static NoticeServiceBlockingStub stub(Channel to) {
    return NoticeServiceGrpc.newBlockingStub(to).withDeadlineAfter(2, TimeUnit.MINUTES);
  }

  private static Code code(Throwable thrown) {
    return ((StatusRuntimeException) thrown).getStatus().getCode();
  }

  private static final class Inbox extends NoticeServiceGrpc.NoticeServiceImplBase {
    final AtomicInteger calls = new AtomicInteger();
    volatile int awayFor;
    volatile boolean silent;

    @Override
    public void listNotices(ListNoticesRequest request, StreamObserver<ListNoticesResponse> reply) {
      answer(ListNoticesResponse.getDefaultInstance(), reply);
    }

    @Override
    public void markNoticesRead(
        MarkNoticesReadRequest request, StreamObserver<MarkNoticesReadResponse> reply) {
      answer(MarkNoticesReadResponse.getDefaultInstance(), reply);
    }

    private <T> void answer(T answer, StreamObserver<T> reply) {
      if (calls.incrementAndGet() <= awayFor) {
        reply.onError(Status.UNAVAILABLE.asRuntimeException());
      } else if (!silent) {
        reply.onNext(answer);
        reply.onCompleted();
      }
    }
  }

  /** A service that asks another one for its answer, guarded as every service is. */
  private static final class Link implements BindableService {
    final AtomicInteger calls = new AtomicInteger();
    private final NoticeServiceBlockingStub next;

    Link(NoticeServiceBlockingStub next) {
      this.next = next;
    }

    @Override
    public ServerServiceDefinition bindService() {
      var asking =
          new NoticeServiceGrpc.NoticeServiceImplBase() {
            @Override
            public void listNotices(
                ListNoticesRequest request, StreamObserver<ListNoticesResponse> reply) {
              calls.incrementAndGet();
              reply.onNext(next.listNotices(request));
              reply.onCompleted();
            }
          };
      return ServerInterceptors.intercept(asking, new RefusalInterceptor());
    }
  }
}
