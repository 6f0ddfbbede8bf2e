package org.masterplan.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.PATH;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.common.v1.FileChunk;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.listening.v1.ImportMentionsRequest;
import org.masterplan.listening.v1.MentionServiceGrpc;
import org.masterplan.platform.testkit.GrpcTest;

class UploadStreamTest {
  static final UploadShape<ImportMentionsRequest, ImportMentionsRequest.Header> SHAPE =
      new UploadShape<>(
          ImportMentionsRequest::hasHeader,
          ImportMentionsRequest::getHeader,
          ImportMentionsRequest::getChunk);

  @TempDir Path folder;
  GrpcTest server;
  CompletableFuture<ImportResult> answer = new CompletableFuture<>();

  @BeforeEach
  void serve() {
    var spool = new Spool(folder, new Limits(1000, 1, 1, 1, 1, 1, 1));
    server =
        GrpcTest.serving(
            new MentionServiceGrpc.MentionServiceImplBase() {
              @Override
              public StreamObserver<ImportMentionsRequest> importMentions(
                  StreamObserver<ImportResult> reply) {
                return UploadStream.receive(
                    reply,
                    spool,
                    SHAPE,
                    (header, body) ->
                        ImportResult.newBuilder()
                            .setImported(body.bytes())
                            .setImportId(body.importId())
                            .build());
              }
            });
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void upload_isOnDiskBeforeItIsUsed() throws Exception {
    var upload = begin();
    upload.onNext(header());
    for (int i = 0; i < 10; i++) {
      upload.onNext(chunk("0123456789"));
    }
    upload.onCompleted();

    var result = answer.get(10, TimeUnit.SECONDS);

    assertThat(result.getImported()).isEqualTo(100);
    try (var stored = Files.list(folder)) {
      assertThat(stored)
          .singleElement(PATH)
          .hasContent("0123456789".repeat(10))
          .extracting(file -> String.valueOf(file.getFileName()), STRING)
          .startsWith(result.getImportId());
    }
  }

  @Test
  void upload_beyondTheLimit_isRefusedAndLeavesNothing() {
    var upload = begin();
    upload.onNext(header());
    upload.onNext(chunk("x".repeat(600)));
    upload.onNext(chunk("x".repeat(600)));

    assertFails("larger than 1000 bytes");
  }

  @Test
  void upload_withoutAHeader_isRefused() {
    begin().onNext(chunk("x"));

    assertFails("without a header");
  }

  @Test
  void upload_thatIsBrokenOff_leavesNothing() {
    var upload = begin();
    upload.onNext(header());
    upload.onNext(chunk("x"));
    upload.onError(new IllegalStateException("the client goes away"));

    await().until(this::isEmpty);
  }

  private void assertFails(String text) {
    await().until(answer::isCompletedExceptionally);
    assertThat(answer)
        .failsWithin(java.time.Duration.ofSeconds(1))
        .withThrowableOfType(ExecutionException.class)
        .withMessageContaining(text);
    await().until(this::isEmpty);
  }

  private boolean isEmpty() throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private StreamObserver<ImportMentionsRequest> begin() {
    var caller = new Actor("data", Set.of(Role.values()), Set.of(), "");
    return MentionServiceGrpc.newStub(server.as(caller))
        .importMentions(
            new StreamObserver<>() {
              @Override
              public void onNext(ImportResult result) {
                answer.complete(result);
              }

              @Override
              public void onError(Throwable cause) {
                answer.completeExceptionally(cause);
              }

              @Override
              public void onCompleted() {}
            });
  }

  private static ImportMentionsRequest header() {
    return ImportMentionsRequest.newBuilder()
        .setHeader(ImportMentionsRequest.Header.getDefaultInstance())
        .build();
  }

  private static ImportMentionsRequest chunk(String text) {
    return ImportMentionsRequest.newBuilder()
        .setChunk(FileChunk.newBuilder().setData(ByteString.copyFromUtf8(text)))
        .build();
  }
}
