package org.masterplan.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.masterplan.embeddedmongo.StoreFixture.doc;

import com.mongodb.WriteConcern;
import java.io.DataInputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.embeddedmongo.EmbeddedMongo.Options;

/** What the wire allows beside a command and its reply. */
class WireTest {
  private StoreFixture store;

  @BeforeEach
  void open() {
    store = new StoreFixture();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void unacknowledgedWrite_isDone_andTheConnectionGoesOn() {
    var c = store.collection();

    c.withWriteConcern(WriteConcern.UNACKNOWLEDGED).insertOne(doc("_id", 1));

    await().until(() -> c.countDocuments() == 1);
  }

  @Test
  void malformedDocument_isAnsweredWithAnError_andTheConnectionGoesOn() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", store.store().port())) {
      byte[] unfinished = {9, 0, 0, 0, 0x77, 'a', 0, 1, 0}; // no such type
      for (int i = 0; i < 2; i++) {
        socket.getOutputStream().write(message(unfinished));
        assertThat(reply(socket)).contains("InvalidBSON");
      }
    }
  }

  @Test
  void documentsTooDeepInEachOther_areAnsweredWithAnError() throws Exception {
    byte[] document = {5, 0, 0, 0, 0};
    for (int depth = 1; depth < 20_000; depth++) {
      document = around(document);
    }
    try (Socket socket = new Socket("127.0.0.1", store.store().port())) {
      socket.getOutputStream().write(message(document));
      assertThat(reply(socket)).contains("InvalidBSON");
    }
  }

  @Test
  void malformedMessageThatNobodyAwaits_getsNoAnswer() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", store.store().port())) {
      byte[] unfinished = {9, 0, 0, 0, 0x77, 'a', 0, 1, 0};
      socket.getOutputStream().write(message(unfinished, WireMessages.MORE_TO_COME, 1));
      socket.getOutputStream().write(message(unfinished, 0, 2));
      DataInputStream in = new DataInputStream(socket.getInputStream());
      in.readInt();
      in.readInt();
      assertThat(Integer.reverseBytes(in.readInt())).as("what it answers").isEqualTo(2);
    }
  }

  @Test
  void takenPort_closesTheStore_soThatAnotherPortOpensIt(@TempDir Path folder) {
    var taken = Options.defaults().withPort(store.store().port());
    assertThatThrownBy(() -> EmbeddedMongo.open(folder, taken))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot listen");

    EmbeddedMongo.open(folder, Options.defaults().withPort(0)).close();
  }

  private static byte[] message(byte[] body) {
    return message(body, 0, 1);
  }

  private static byte[] message(byte[] body, int flags, int number) {
    return WireMessages.of(number, flags, ByteBuffer.wrap(body));
  }

  /** {@code {a: document}}. */
  private static byte[] around(byte[] document) {
    return ByteBuffer.allocate(document.length + 8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(document.length + 8)
        .put((byte) 3)
        .put((byte) 'a')
        .put((byte) 0)
        .put(document)
        .put((byte) 0)
        .array();
  }

  private static String reply(Socket socket) throws Exception {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    int size = Integer.reverseBytes(in.readInt());
    return new String(in.readNBytes(size - Integer.BYTES), StandardCharsets.ISO_8859_1);
  }
}
