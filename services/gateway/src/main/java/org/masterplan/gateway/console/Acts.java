package org.masterplan.gateway.console;

import java.util.ArrayList;
import java.util.List;
import org.masterplan.registry.v1.ApproveCommunityRequest;
import org.masterplan.registry.v1.ArchiveCommunityRequest;
import org.masterplan.registry.v1.Community;
import org.masterplan.registry.v1.CommunityServiceGrpc.CommunityServiceBlockingStub;
import org.masterplan.registry.v1.LaunchCommunityRequest;
import org.masterplan.registry.v1.PauseCommunityRequest;
import org.masterplan.registry.v1.ResumeCommunityRequest;
import org.masterplan.registry.v1.RetireCommunityRequest;
import org.masterplan.registry.v1.ReturnCommunityRequest;
import org.masterplan.registry.v1.SubmitCommunityRequest;

/** The steps of a community's life that a visitor may take from its page. */
enum Acts {
  SUBMIT,
  APPROVE,
  RETURN,
  LAUNCH,
  PAUSE,
  RESUME,
  RETIRE,
  ARCHIVE;

  /** What may be done now; the registry decides in the end. */
  static List<Acts> of(Community community, Visitor visitor) {
    var office = visitor.person().is("cmo");
    var acts = new ArrayList<Acts>();
    switch (community.getState()) {
      case DRAFT -> acts.add(SUBMIT);
      case PROPOSED -> acts.addAll(decisions(community, visitor));
      case APPROVED -> acts.add(LAUNCH);
      case LIVE -> acts.addAll(live(community, visitor));
      case PAUSED -> acts.addAll(List.of(RESUME, RETIRE));
      case RETIRING, ARCHIVED, STATE_UNSPECIFIED, UNRECOGNIZED -> {}
    }
    if (office && isArchivable(community)) {
      acts.add(ARCHIVE);
    }
    return office || visitor.person().is("business-unit") ? acts : List.of();
  }

  /** What is decided upon: the state that was read, and why. */
  record Decision(String name, String etag, String reason) {}

  Community take(Decision d, CommunityServiceBlockingStub registry) {
    return switch (this) {
      case SUBMIT -> registry.submitCommunity(fill(SubmitCommunityRequest.newBuilder(), d).build());
      case APPROVE ->
          registry.approveCommunity(fill(ApproveCommunityRequest.newBuilder(), d).build());
      case RETURN -> registry.returnCommunity(fill(ReturnCommunityRequest.newBuilder(), d).build());
      case LAUNCH -> registry.launchCommunity(fill(LaunchCommunityRequest.newBuilder(), d).build());
      case PAUSE -> registry.pauseCommunity(fill(PauseCommunityRequest.newBuilder(), d).build());
      case RESUME -> registry.resumeCommunity(fill(ResumeCommunityRequest.newBuilder(), d).build());
      case RETIRE -> registry.retireCommunity(fill(RetireCommunityRequest.newBuilder(), d).build());
      case ARCHIVE ->
          registry.archiveCommunity(fill(ArchiveCommunityRequest.newBuilder(), d).build());
    };
  }

  /** Nobody decides upon what they submitted. */
  private static List<Acts> decisions(Community community, Visitor visitor) {
    var own = community.getSubmitter().equals(visitor.person().subject());
    return visitor.person().is("cmo") && !own ? List.of(APPROVE, RETURN) : List.of();
  }

  /** What lived before the plan is submitted and decided upon while it lives on. */
  private static List<Acts> live(Community community, Visitor visitor) {
    var acts = new ArrayList<Acts>();
    if (community.getPermit() == Community.Permit.UNPERMITTED) {
      acts.addAll(isWaiting(community) ? decisions(community, visitor) : List.of(SUBMIT));
    }
    acts.addAll(List.of(PAUSE, RETIRE));
    return acts;
  }

  /** Whether somebody submitted it and nobody has decided yet. */
  static boolean isWaiting(Community community) {
    return community.getState() == Community.State.PROPOSED
        || community.getPermit() == Community.Permit.UNPERMITTED
            && !community.getSubmitter().isEmpty();
  }

  private static boolean isArchivable(Community community) {
    return switch (community.getState()) {
      case DRAFT, APPROVED, RETIRING -> true;
      case PROPOSED, LIVE, PAUSED, ARCHIVED, STATE_UNSPECIFIED, UNRECOGNIZED -> false;
    };
  }

  /** The requests of all state methods have the same three fields. */
  static <B extends com.google.protobuf.Message.Builder> B fill(B builder, Decision d) {
    var type = builder.getDescriptorForType();
    builder.setField(type.findFieldByName("name"), d.name());
    builder.setField(type.findFieldByName("etag"), d.etag());
    builder.setField(type.findFieldByName("reason"), d.reason());
    return builder;
  }
}
