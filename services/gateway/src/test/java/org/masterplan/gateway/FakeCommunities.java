package org.masterplan.gateway;

import com.google.protobuf.util.FieldMaskUtil;
import com.google.protobuf.util.Timestamps;
import io.grpc.StatusException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.kernel.text.Texts;
import org.masterplan.platform.status.Statuses;
import org.masterplan.registry.v1.ApproveCommunityRequest;
import org.masterplan.registry.v1.Community;
import org.masterplan.registry.v1.CommunityServiceGrpc;
import org.masterplan.registry.v1.CreateCommunityRequest;
import org.masterplan.registry.v1.GetCommunityRequest;
import org.masterplan.registry.v1.ImportCommunitiesRequest;
import org.masterplan.registry.v1.ListCommunitiesRequest;
import org.masterplan.registry.v1.ListCommunitiesResponse;
import org.masterplan.registry.v1.PauseCommunityRequest;
import org.masterplan.registry.v1.SubmitCommunityRequest;
import org.masterplan.registry.v1.UpdateCommunityRequest;

/** A register of communities that keeps what it is told and forgets it with the test. */
final class FakeCommunities extends CommunityServiceGrpc.CommunityServiceImplBase {
  final Map<String, Community> stored = new TreeMap<>();
  final List<String> filters = new ArrayList<>();
  UpdateCommunityRequest lastUpdate = UpdateCommunityRequest.getDefaultInstance();
  ImportCommunitiesRequest.Header lastHeader = ImportCommunitiesRequest.Header.getDefaultInstance();
  long importedBytes;
  final List<ImportResult.Rejected> rejects = new ArrayList<>();

  /** Whether uploads are taken without a sign of life. */
  boolean silent;

  void clear() {
    stored.clear();
    rejects.clear();
  }

  FakeCommunities with(Community... communities) {
    for (var community : communities) {
      stored.put(community.getName(), community);
    }
    return this;
  }

  /** How many wait for a decision. */
  long waiting() {
    return stored.values().stream().filter(c -> c.getState() == Community.State.PROPOSED).count();
  }

  @Override
  public void createCommunity(CreateCommunityRequest request, StreamObserver<Community> reply) {
    answer(
        reply,
        () -> {
          var wanted = request.getCommunity();
          if (wanted.getTitle().isEmpty()) {
            throw new InvalidFields(List.of(Violation.required("community.title")));
          }
          var id =
              request.getCommunityId().isEmpty()
                  ? Texts.fold(wanted.getTitle()).replaceAll("[^a-z0-9]+", "-")
                  : request.getCommunityId();
          if (stored.containsKey("communities/" + id)) {
            throw AlreadyExists.named("communities/" + id);
          }
          return keep(
              wanted.toBuilder()
                  .setName("communities/" + id)
                  .setState(Community.State.DRAFT)
                  .setPermit(Community.Permit.PERMITTED)
                  .setHealth(Community.Health.NOT_OBSERVED)
                  .setCreateTime(Timestamps.parseUnchecked("2026-11-21T02:00:00Z"))
                  .setEtag("1")
                  .build());
        });
  }

  @Override
  public void getCommunity(GetCommunityRequest request, StreamObserver<Community> reply) {
    answer(reply, () -> find(request.getName()));
  }

  @Override
  public void listCommunities(
      ListCommunitiesRequest request, StreamObserver<ListCommunitiesResponse> reply) {
    filters.add(request.getFilter());
    answer(
        reply,
        () ->
            page(
                stored.values().stream().filter(c -> wanted(c, request.getFilter())).toList(),
                request));
  }

  private static ListCommunitiesResponse page(List<Community> all, ListCommunitiesRequest request) {
    int from = request.getPageToken().isEmpty() ? 0 : Integer.parseInt(request.getPageToken());
    int size = request.getPageSize() == 0 ? 50 : Math.min(request.getPageSize(), 200);
    int to = Math.min(all.size(), from + size);
    return ListCommunitiesResponse.newBuilder()
        .addAllCommunities(all.subList(from, to))
        .setNextPageToken(to < all.size() ? Integer.toString(to) : "")
        .build();
  }

  @Override
  public void updateCommunity(UpdateCommunityRequest request, StreamObserver<Community> reply) {
    lastUpdate = request;
    change(
        reply,
        request.getCommunity().getName(),
        request.getCommunity().getEtag(),
        now -> {
          var next = now.toBuilder();
          FieldMaskUtil.merge(request.getUpdateMask(), request.getCommunity(), next);
          return next.build();
        });
  }

  @Override
  public void submitCommunity(SubmitCommunityRequest request, StreamObserver<Community> reply) {
    change(
        reply,
        request.getName(),
        request.getEtag(),
        now -> {
          if (now.getOwner().isEmpty()) {
            throw new InvalidFields(List.of(Violation.required("community.owner")));
          }
          return now.toBuilder().setState(Community.State.PROPOSED).build();
        });
  }

  @Override
  public void approveCommunity(ApproveCommunityRequest request, StreamObserver<Community> reply) {
    change(
        reply,
        request.getName(),
        request.getEtag(),
        now -> now.toBuilder().setState(Community.State.APPROVED).build());
  }

  @Override
  public void pauseCommunity(PauseCommunityRequest request, StreamObserver<Community> reply) {
    change(
        reply,
        request.getName(),
        request.getEtag(),
        now -> now.toBuilder().setState(Community.State.PAUSED).build());
  }

  @Override
  public StreamObserver<ImportCommunitiesRequest> importCommunities(
      StreamObserver<ImportResult> reply) {
    importedBytes = 0;
    if (silent) {
      ((ServerCallStreamObserver<ImportResult>) reply).disableAutoRequest();
    }
    return new StreamObserver<>() {
      @Override
      public void onNext(ImportCommunitiesRequest part) {
        if (part.hasHeader()) {
          lastHeader = part.getHeader();
        } else {
          importedBytes += part.getChunk().getData().size();
        }
      }

      @Override
      public void onError(Throwable gone) {}

      @Override
      public void onCompleted() {
        reply.onNext(
            ImportResult.newBuilder()
                .setImported(importedBytes)
                .addAllRejected(rejects)
                .setRejectedTotal(rejects.size())
                .build());
        reply.onCompleted();
      }
    };
  }

  private void change(
      StreamObserver<Community> reply, String name, String etag, UnaryOperator<Community> step) {
    answer(
        reply,
        () -> {
          var now = find(name);
          if (!etag.isEmpty() && !now.getEtag().equals(etag)) {
            throw Stale.named(name);
          }
          var next = Integer.toString(Integer.parseInt(now.getEtag()) + 1);
          return keep(step.apply(now).toBuilder().setEtag(next).build());
        });
  }

  private Community find(String name) {
    var community = stored.get(name);
    if (community == null) {
      throw NotFound.named(name);
    }
    return community;
  }

  private Community keep(Community community) {
    stored.put(community.getName(), community);
    return community;
  }

  /** As much of the filter language as the pages' tests need: bare words, and one segment. */
  private static boolean wanted(Community community, String filter) {
    for (var part : filter.split(" AND ")) {
      if (part.startsWith("\"")
          && !Texts.fold(community.getTitle()).contains(Texts.fold(part.replace("\"", "")))) {
        return false;
      }
      if (part.startsWith("segments:\"")
          && !community.getSegmentsList().contains(part.substring(10).replace("\"", ""))) {
        return false;
      }
    }
    return true;
  }

  static <T> void answer(StreamObserver<T> reply, java.util.function.Supplier<T> work) {
    try {
      reply.onNext(work.get());
      reply.onCompleted();
    } catch (Refusal refusal) {
      StatusException refused = Statuses.of(refusal, Locale.ENGLISH);
      reply.onError(refused);
    }
  }
}
