package org.masterplan.profiles.export.grpc;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Bytes of a file, sent a piece at a time. */
final class Pieces extends OutputStream {
  static final int PIECE = 64 << 10;

  private final String type;
  private final Consumer<HttpBody> send;
  private final ByteString.Output held = ByteString.newOutput(PIECE);

  Pieces(String type, Consumer<HttpBody> send) {
    this.type = type;
    this.send = send;
  }

  @Override
  public void write(int b) {
    held.write(b);
    flushFull();
  }

  /** However much comes at once, no message is larger than a piece. */
  @Override
  public void write(byte[] bytes, int from, int length) {
    for (int at = from; at < from + length; ) {
      int part = Math.min(PIECE - held.size(), from + length - at);
      held.write(bytes, at, part);
      at += part;
      flushFull();
    }
  }

  private void flushFull() {
    if (held.size() >= PIECE) {
      flush();
    }
  }

  @Override
  public void flush() {
    if (held.size() > 0) {
      send.accept(HttpBody.newBuilder().setContentType(type).setData(held.toByteString()).build());
      held.reset();
    }
  }

  @Override
  public void close() {
    flush();
  }
}
