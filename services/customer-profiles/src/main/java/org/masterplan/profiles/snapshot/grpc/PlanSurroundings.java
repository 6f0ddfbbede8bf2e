package org.masterplan.profiles.snapshot.grpc;

import com.google.protobuf.Timestamp;
import io.grpc.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.masterplan.governance.v1.ListMessagesRequest;
import org.masterplan.governance.v1.Message;
import org.masterplan.governance.v1.MessageServiceGrpc;
import org.masterplan.profiles.call.OtherService;
import org.masterplan.profiles.snapshot.app.Surroundings;
import org.masterplan.profiles.snapshot.domain.ProfileCells;
import org.masterplan.registry.v1.Community;
import org.masterplan.registry.v1.CommunityServiceGrpc;
import org.masterplan.registry.v1.ListCommunitiesRequest;
import org.masterplan.registry.v1.ListMembersRequest;
import org.masterplan.registry.v1.Member;
import org.masterplan.registry.v1.MemberServiceGrpc;

/** The registry and message governance, asked over gRPC a page at a time. */
public final class PlanSurroundings implements Surroundings {
  private static final int PAGE = 200;

  private final OtherService registry;
  private final OtherService governance;

  public PlanSurroundings(Channel registry, Channel governance, Duration deadline) {
    this.registry = OtherService.registry(registry, deadline);
    this.governance = OtherService.governance(governance, deadline);
  }

  @Override
  public List<String> communities(Consumer<List<@Nullable Object>> row) {
    var names = new ArrayList<String>();
    var asked = ListCommunitiesRequest.newBuilder().setPageSize(PAGE);
    do {
      var page =
          registry.ask(
              CommunityServiceGrpc::newBlockingStub, stub -> stub.listCommunities(asked.build()));
      for (var community : page.getCommunitiesList()) {
        names.add(community.getName());
        row.accept(cells(community));
      }
      asked.setPageToken(page.getNextPageToken());
    } while (!asked.getPageToken().isEmpty());
    return names;
  }

  @Override
  public void memberships(String community, Consumer<List<@Nullable Object>> row) {
    var asked = ListMembersRequest.newBuilder().setParent(community).setPageSize(PAGE);
    do {
      var page =
          registry.ask(MemberServiceGrpc::newBlockingStub, stub -> stub.listMembers(asked.build()));
      page.getMembersList().forEach(member -> row.accept(cells(community, member)));
      asked.setPageToken(page.getNextPageToken());
    } while (!asked.getPageToken().isEmpty());
  }

  @Override
  public void messages(Consumer<List<@Nullable Object>> row) {
    var asked = ListMessagesRequest.newBuilder().setPageSize(PAGE);
    do {
      var page =
          governance.ask(
              MessageServiceGrpc::newBlockingStub, stub -> stub.listMessages(asked.build()));
      page.getMessagesList().forEach(message -> row.accept(cells(message)));
      asked.setPageToken(page.getNextPageToken());
    } while (!asked.getPageToken().isEmpty());
  }

  private static List<@Nullable Object> cells(Community community) {
    return Arrays.asList(
        community.getName(),
        community.getTitle(),
        community.getKind().name(),
        community.getMode().name(),
        text(community.getPlatform()),
        community.getPurpose().name(),
        community.getObjective().name(),
        ProfileCells.list(community.getSegmentsList()),
        community.getBusinessUnit(),
        text(community.getOwner()),
        community.getState().name(),
        community.getHealth().name(),
        community.getDeclaredMembers());
  }

  private static List<@Nullable Object> cells(String community, Member member) {
    return Arrays.asList(
        community,
        member.getName(),
        text(member.getProfile()),
        member.getState().name(),
        member.hasJoinTime() ? time(member.getJoinTime()) : null,
        member.hasLeaveTime() ? time(member.getLeaveTime()) : null);
  }

  private static List<@Nullable Object> cells(Message message) {
    var contacts = message.getContacts();
    return Arrays.asList(
        message.getName(),
        message.getTitle(),
        message.getBusinessUnit(),
        message.getMessageClass().name(),
        message.getChannel().name(),
        text(message.getTopic()),
        ProfileCells.list(message.getAudience().getCommunitiesList()),
        ProfileCells.list(message.getAudience().getSegmentsList()),
        message.getState().name(),
        message.hasPlannedTime() ? time(message.getPlannedTime()) : null,
        (long) contacts.getAsked(),
        (long) contacts.getGranted(),
        (long) contacts.getRefused(),
        (long) contacts.getConfirmed());
  }

  private static @Nullable String text(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Instant time(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }
}
