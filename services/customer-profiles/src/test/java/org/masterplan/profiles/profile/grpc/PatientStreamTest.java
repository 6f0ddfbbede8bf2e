package org.masterplan.profiles.profile.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.LimitReached;

class PatientStreamTest {
  private final AtomicLong now = new AtomicLong();

  /** Each look at the clock takes a minute. */
  private long minuteLater() {
    return now.addAndGet(Duration.ofMinutes(1).toNanos());
  }

  @Test
  void send_toAReceiverThatReadsNothing_isBrokenOff() {
    var receiver = new Receiver(Integer.MAX_VALUE);
    var stream = new PatientStream<>(receiver, this::minuteLater);

    assertThatThrownBy(() -> stream.send("one"))
        .isInstanceOf(LimitReached.class)
        .hasMessageContaining("RECEIVER_STALLED");
    assertThat(receiver.got).isEmpty();
  }

  @Test
  void send_toASlowReceiver_waits() {
    var receiver = new Receiver(3);
    var stream = new PatientStream<>(receiver, this::minuteLater);

    stream.send("one");

    assertThat(receiver.got).containsExactly("one");
  }

  /** Ready once it was asked so many times. */
  private static final class Receiver extends ServerCallStreamObserver<String> {
    final List<String> got = new ArrayList<>();
    private int notYet;

    Receiver(int notYet) {
      this.notYet = notYet;
    }

    @Override
    public boolean isReady() {
      return notYet-- <= 0;
    }

    @Override
    public void onNext(String item) {
      got.add(item);
    }

    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public void setOnCancelHandler(Runnable handler) {}

    @Override
    public void setCompression(String compression) {}

    @Override
    public void disableAutoInboundFlowControl() {}

    @Override
    public void setOnReadyHandler(Runnable handler) {}

    @Override
    public void request(int count) {}

    @Override
    public void setMessageCompression(boolean enable) {}

    @Override
    public void onError(Throwable cause) {}

    @Override
    public void onCompleted() {}
  }
}
