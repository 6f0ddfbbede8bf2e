package org.masterplan.embeddedmongo;

import com.mongodb.MongoClientSettings;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;

/** Sends commands that are bytes already and does not look into the replies: no driver's time. */
final class RawClient implements AutoCloseable {
  private final Socket socket;
  private final DataInputStream in;

  RawClient(EmbeddedMongo store) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), store.port());
    socket.setTcpNoDelay(true);
    in = new DataInputStream(socket.getInputStream());
  }

  static byte[] message(BsonDocument command) {
    var codec = MongoClientSettings.getDefaultCodecRegistry().get(BsonDocument.class);
    ByteBuffer body = new RawBsonDocument(command, codec).getByteBuffer().asNIO();
    return WireMessages.of(1, 0, body);
  }

  /** The length of the reply. */
  int call(byte[] message) throws IOException {
    return answer(message).length;
  }

  /** The document of the reply. */
  BsonDocument reply(byte[] message) throws IOException {
    byte[] answer = answer(message);
    int from = WireMessages.HEADER_BYTES - Integer.BYTES;
    return new RawBsonDocument(answer, from, answer.length - from);
  }

  // All that follows the length.
  private byte[] answer(byte[] message) throws IOException {
    socket.getOutputStream().write(message);
    return in.readNBytes(Integer.reverseBytes(in.readInt()) - Integer.BYTES);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
