package org.masterplan.platform.testkit;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.masterplan.common.v1.FileChunk;

/** Sends files to importers as the gateway does: a header, then pieces. */
public final class Uploading {
  private static final int PIECE = 1 << 16;
  private static final int SECONDS = 60;

  private Uploading() {}

  /**
   * The answer to an upload; throws what the call threw.
   *
   * @param call the importer's method
   * @param chunk makes a request of a piece
   */
  public static <Q, R> R send(
      Function<StreamObserver<R>, StreamObserver<Q>> call,
      Q header,
      Function<FileChunk, Q> chunk,
      byte[] body)
      throws Exception {
    var answer = new CompletableFuture<R>();
    var sending = call.apply(new Answered<>(answer));
    sending.onNext(header);
    for (int at = 0; at < body.length && !answer.isDone(); at += PIECE) {
      var piece = ByteString.copyFrom(body, at, Math.min(PIECE, body.length - at));
      sending.onNext(chunk.apply(FileChunk.newBuilder().setData(piece).build()));
    }
    if (!answer.isDone()) {
      sending.onCompleted();
    }
    try {
      return answer.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private record Answered<R>(CompletableFuture<R> answer) implements StreamObserver<R> {
    @Override
    public void onNext(R result) {
      answer.complete(result);
    }

    @Override
    public void onError(Throwable cause) {
      answer.completeExceptionally(cause);
    }

    @Override
    public void onCompleted() {}
  }
}
