package org.masterplan.gateway.console;

import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.masterplan.abandonment.v1.ActivityServiceGrpc;
import org.masterplan.abandonment.v1.ImportActivitiesRequest;
import org.masterplan.common.v1.FileChunk;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.listening.v1.ImportMentionsRequest;
import org.masterplan.listening.v1.MentionServiceGrpc;
import org.masterplan.profiles.v1.LoadSourceRequest;
import org.masterplan.profiles.v1.SourceServiceGrpc;
import org.masterplan.registry.v1.CommunityServiceGrpc;
import org.masterplan.registry.v1.ImportCommunitiesRequest;
import org.masterplan.registry.v1.ImportMembersRequest;
import org.masterplan.registry.v1.ImportMembersResponse;
import org.masterplan.registry.v1.MemberServiceGrpc;

/** Files that people bring to a page: sent on in pieces, never held whole. */
final class Intakes {
  private static final int CHUNK = 256 * 1024;

  /** Whoever waits before a screen for longer has closed it. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Set<String> READABLE =
      Set.of("csv", "txt", "tsv", "jsonl", "xlsx", "parquet");

  private final Services services;

  Intakes(Services services) {
    this.services = services;
  }

  /** What may be in a file. */
  enum Kind {
    COMMUNITIES,
    MEMBERS,
    ACTIVITIES,
    MENTIONS
  }

  /**
   * A file.
   *
   * @param type its content type
   * @param of whose members are in it, or of which source it is; empty for the other kinds
   */
  record Brought(InputStream content, String type, String of) {}

  /** Where a file goes, and how its first and its further messages are made. */
  private record Way<Q, A>(
      String service, MethodDescriptor<Q, A> method, Q header, Function<FileChunk, Q> chunk) {}

  /** Whether files that are named so may be brought; what has no ending is taken for CSV. */
  static boolean isReadable(String fileName) {
    var ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return fileName.indexOf('.') < 0 || READABLE.contains(ending);
  }

  /** What the plan made of it; refused if it could not be read at all. */
  ImportResult take(Kind kind, Brought file, Visitor visitor) throws IOException {
    return switch (kind) {
      case COMMUNITIES -> send(communities(file.type()), file.content(), visitor);
      case MEMBERS -> send(members(file), file.content(), visitor).getResult();
      case ACTIVITIES -> send(activities(file.type()), file.content(), visitor);
      case MENTIONS -> send(mentions(file.type()), file.content(), visitor);
    };
  }

  /**
   * Begins a load of a source; the file is of that source.
   *
   * @param bytes how large the file is
   */
  Operation load(Brought file, long bytes, Visitor visitor) throws IOException {
    var header =
        LoadSourceRequest.Header.newBuilder()
            .setName(file.of())
            .setContentType(file.type())
            .setTotalBytes(bytes);
    Way<LoadSourceRequest, Operation> way =
        new Way<>(
            "customer-profiles",
            SourceServiceGrpc.getLoadSourceMethod(),
            LoadSourceRequest.newBuilder().setHeader(header).build(),
            chunk -> LoadSourceRequest.newBuilder().setChunk(chunk).build());
    return send(way, file.content(), visitor);
  }

  private static Way<ImportCommunitiesRequest, ImportResult> communities(String type) {
    var header = ImportCommunitiesRequest.Header.newBuilder().setContentType(type);
    return new Way<>(
        "community-registry",
        CommunityServiceGrpc.getImportCommunitiesMethod(),
        ImportCommunitiesRequest.newBuilder().setHeader(header).build(),
        chunk -> ImportCommunitiesRequest.newBuilder().setChunk(chunk).build());
  }

  private static Way<ImportMembersRequest, ImportMembersResponse> members(Brought file) {
    var header =
        ImportMembersRequest.Header.newBuilder().setParent(file.of()).setContentType(file.type());
    return new Way<>(
        "community-registry",
        MemberServiceGrpc.getImportMembersMethod(),
        ImportMembersRequest.newBuilder().setHeader(header).build(),
        chunk -> ImportMembersRequest.newBuilder().setChunk(chunk).build());
  }

  private static Way<ImportActivitiesRequest, ImportResult> activities(String type) {
    var header = ImportActivitiesRequest.Header.newBuilder().setContentType(type);
    return new Way<>(
        "abandonment-detection",
        ActivityServiceGrpc.getImportActivitiesMethod(),
        ImportActivitiesRequest.newBuilder().setHeader(header).build(),
        chunk -> ImportActivitiesRequest.newBuilder().setChunk(chunk).build());
  }

  private static Way<ImportMentionsRequest, ImportResult> mentions(String type) {
    var header = ImportMentionsRequest.Header.newBuilder().setContentType(type);
    return new Way<>(
        "social-listening",
        MentionServiceGrpc.getImportMentionsMethod(),
        ImportMentionsRequest.newBuilder().setHeader(header).build(),
        chunk -> ImportMentionsRequest.newBuilder().setChunk(chunk).build());
  }

  private <Q, A> A send(Way<Q, A> way, InputStream content, Visitor visitor) throws IOException {
    var options = CallOptions.DEFAULT.withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    var channel = services.channel(visitor, way.service());
    BlockingClientCall<Q, A> call =
        ClientCalls.blockingClientStreamingCall(channel, way.method(), options);
    try {
      if (call.write(way.header())) {
        pass(way, content, call);
      }
      var answer = call.read();
      if (answer == null) {
        throw new IOException("the service closed the upload without an answer");
      }
      return answer;
    } catch (StatusException e) {
      throw e.getStatus().asRuntimeException(e.getTrailers());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      call.cancel("the page is answered", null);
    }
  }

  /** A service that has answered already wants to hear no more. */
  private static <Q, A> void pass(Way<Q, A> way, InputStream content, BlockingClientCall<Q, A> call)
      throws IOException, InterruptedException, StatusException {
    for (var bytes = content.readNBytes(CHUNK);
        bytes.length > 0;
        bytes = content.readNBytes(CHUNK)) {
      var chunk = FileChunk.newBuilder().setData(ByteString.copyFrom(bytes)).build();
      if (!call.write(way.chunk().apply(chunk))) {
        return;
      }
    }
    call.halfClose();
  }
}
