package org.masterplan.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.masterplan.embeddedmongo.StoreFixture.doc;

import com.mongodb.WriteConcern;
import java.io.DataInputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the wire allows beside a command and its reply. */
class WireTest {
  private static final int OP_MSG = 2013;
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

  private static byte[] message(byte[] body) {
    int size = 4 * Integer.BYTES + Integer.BYTES + 1 + body.length;
    return ByteBuffer.allocate(size)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(size)
        .putInt(1)
        .putInt(0)
        .putInt(OP_MSG)
        .putInt(0)
        .put((byte) 0)
        .put(body)
        .array();
  }

  private static String reply(Socket socket) throws Exception {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    int size = Integer.reverseBytes(in.readInt());
    return new String(in.readNBytes(size - Integer.BYTES), StandardCharsets.ISO_8859_1);
  }
}
