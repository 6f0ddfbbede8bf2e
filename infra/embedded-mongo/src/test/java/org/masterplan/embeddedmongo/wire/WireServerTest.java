package org.masterplan.embeddedmongo.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.masterplan.embeddedmongo.WireMessages;
import org.masterplan.embeddedmongo.bson.BsonWriter;

/** How connections stand beside each other; the commands are the test's. */
@Timeout(60)
class WireServerTest {
  private static final int CONNECTIONS = 64;
  private static final int LONG = 1 << 20;
  private static final int LONGEST = 16 * LONG;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final List<Integer> ran = new CopyOnWriteArrayList<>();
  private final WireServer server =
      new WireServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), this::run);

  @AfterEach
  void close() {
    letGo.countDown();
    if (!server.commandThreads().isShutdown()) {
      server.close();
    }
  }

  private Document run(MongoMessage message) {
    Document command = message.getDocument();
    if (command.get("n") instanceof Integer number) {
      ran.add(number);
    }
    if (command.containsKey("slow")) {
      begun.countDown();
      try {
        letGo.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    if (command.containsKey("broken")) {
      throw new IllegalStateException("broken");
    }
    int length = command.containsKey("longest") ? LONGEST : command.containsKey("long") ? LONG : 0;
    return new Document("ok", 1).append("text", "x".repeat(length));
  }

  @Test
  void slowCommand_delaysNoOtherConnection() throws Exception {
    try (Socket slow = connect()) {
      send(slow, 1, new Document("slow", 1));
      begun.await();

      List<Socket> others = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        others.add(connect());
      }
      for (Socket other : others) {
        send(other, 7, new Document("ping", 1));
        assertThat(answered(other)).isEqualTo(7);
        other.close();
      }

      assertThat(slow.getInputStream().available()).isZero();
      letGo.countDown();
      assertThat(answered(slow)).isEqualTo(1);
    }
  }

  @Test
  void requestsOfOneConnection_runAndAreAnsweredInTheirOrder() throws Exception {
    try (Socket socket = connect()) {
      send(socket, 1, new Document("slow", 1).append("n", 1));
      begun.await();
      for (int number = 2; number <= 200; number++) {
        send(socket, number, new Document("ping", 1).append("n", number));
      }
      assertThat(ran).containsExactly(1);
      letGo.countDown();

      for (int number = 1; number <= 200; number++) {
        assertThat(answered(socket)).isEqualTo(number);
      }
      assertThat(ran).hasSize(200).isSorted();
    }
  }

  @Test
  void faultOfACommand_endsItsConnectionAndNoOther() throws Exception {
    try (Socket broken = connect();
        Socket other = connect()) {
      send(broken, 1, new Document("broken", 1));

      assertThat(broken.getInputStream().read()).as("the end").isEqualTo(-1);
      send(other, 2, new Document("ping", 1));
      assertThat(answered(other)).isEqualTo(2);
    }
  }

  @Test
  void close_waitsForNoCommand_andBeginsNoneThatIsQueued() throws Exception {
    try (Socket socket = connect()) {
      send(socket, 1, new Document("slow", 1).append("n", 1));
      begun.await();
      for (int number = 2; number <= 20; number++) {
        send(socket, number, new Document("ping", 1).append("n", number));
      }
      await().until(() -> !server.readsFromAll());
      server.close();

      assertThat(server.commandThreads().isTerminated()).isFalse();
      letGo.countDown();
      assertThat(server.commandThreads().awaitTermination(30, TimeUnit.SECONDS)).isTrue();
      assertThat(ran).containsExactly(1);
    }
  }

  @Test
  void clientThatReadsNoReplies_isNotRunFor_untilItReads() throws Exception {
    int requests = 100;
    try (Socket idle = connect();
        Socket other = connect()) {
      for (int number = 1; number <= requests; number++) {
        send(idle, number, new Document("long", 1).append("n", number));
      }

      AtomicInteger before = new AtomicInteger();
      await()
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> before.getAndSet(ran.size()) == ran.size() && !ran.isEmpty());
      // What the operating system keeps for the two ends of a socket is some megabytes.
      assertThat(ran).hasSizeLessThan(requests / 2);
      send(other, 7, new Document("ping", 1));
      assertThat(answered(other)).isEqualTo(7);

      for (int number = 1; number <= requests; number++) {
        assertThat(answered(idle)).isEqualTo(number);
      }
      assertThat(ran).hasSize(requests).isSorted();
    }
  }

  @Test
  void clientThatLeftWithoutReading_isRunForStill() throws Exception {
    try (Socket leaving = new Socket()) {
      leaving.setReceiveBufferSize(LONG); // so that the first reply does not fit on the way
      leaving.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
      byte[] first = message(1, 0, new Document("longest", 1).append("n", 1));
      byte[] second = message(2, WireMessages.MORE_TO_COME, new Document("ping", 1).append("n", 2));
      byte[] third = message(3, WireMessages.MORE_TO_COME, new Document("ping", 1).append("n", 3));
      leaving.getOutputStream().write(joined(first, second, third)); // and read together
      await().until(() -> leaving.getInputStream().available() > 0 && !server.readsFromAll());
      leaving.setSoLinger(true, 0); // tells the server at once
    }

    await().untilAsserted(() -> assertThat(ran).containsExactly(1, 2, 3));
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.port());
  }

  private static void send(Socket socket, int number, Document command) throws IOException {
    socket.getOutputStream().write(message(number, 0, command));
  }

  private static byte[] joined(byte[]... messages) {
    var joined = new ByteArrayOutputStream();
    for (byte[] each : messages) {
      joined.writeBytes(each);
    }
    return joined.toByteArray();
  }

  private static byte[] message(int number, int flags, Document command) {
    BsonWriter body = new BsonWriter();
    body.writeDocument(command.append("$db", "test"));
    return WireMessages.of(number, flags, ByteBuffer.wrap(body.written().toByteArray()));
  }

  /** Which request the next reply answers. */
  private static int answered(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    int size = Integer.reverseBytes(in.readInt());
    byte[] rest = in.readNBytes(size - Integer.BYTES);
    return ByteBuffer.wrap(rest).order(ByteOrder.LITTLE_ENDIAN).getInt(Integer.BYTES);
  }
}
