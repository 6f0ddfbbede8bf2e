package org.masterplan.platform.intake;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.refusal.InvalidFields;

/**
 * Receives a streamed upload into the spool, one message at a time: the next is asked for when the
 * last is on disk, so that a fast sender waits and memory stays bounded. Once the body is whole it
 * is given to the use case, whose answer ends the call.
 */
public final class UploadStream<Q, H, A> implements StreamObserver<Q> {
  private final ServerCallStreamObserver<A> reply;
  private final UploadShape<Q, H> shape;
  private final BiFunction<H, Spool.Spooled, A> use;
  private final Spooling body;
  private @Nullable H header;

  private UploadStream(
      ServerCallStreamObserver<A> reply,
      Spooling body,
      UploadShape<Q, H> shape,
      BiFunction<H, Spool.Spooled, A> use) {
    this.reply = reply;
    this.body = body;
    this.shape = shape;
    this.use = use;
  }

  /** What a client-streaming method returns; {@code use} is called with the whole body. */
  public static <Q, H, A> StreamObserver<Q> receive(
      StreamObserver<A> reply,
      Spool spool,
      UploadShape<Q, H> shape,
      BiFunction<H, Spool.Spooled, A> use) {
    var call = (ServerCallStreamObserver<A>) reply;
    call.disableAutoRequest();
    var stream = new UploadStream<>(call, spool.begin(), shape, use);
    // However the call ends, a body that is not whole leaves nothing behind.
    call.setOnCloseHandler(stream.body::close);
    call.setOnCancelHandler(stream.body::close);
    call.request(1);
    return stream;
  }

  @Override
  public void onNext(Q message) {
    if (header == null) {
      if (!shape.isHeader().test(message)) {
        throw refused("UPLOAD_HEADER_FIRST");
      }
      header = shape.header().apply(message);
    } else if (shape.isHeader().test(message)) {
      throw refused("UPLOAD_HEADER_TWICE");
    } else {
      for (var piece : shape.chunk().apply(message).getData().asReadOnlyByteBufferList()) {
        body.write(piece);
      }
    }
    reply.request(1);
  }

  @Override
  public void onError(Throwable cause) {
    body.close();
  }

  @Override
  public void onCompleted() {
    var described = header;
    if (described == null) {
      throw refused("UPLOAD_HEADER_FIRST");
    }
    reply.onNext(use.apply(described, body.finish()));
    reply.onCompleted();
  }

  private static InvalidFields refused(String reason) {
    return InvalidFields.of("header", reason, Map.of());
  }
}
