package org.masterplan.gateway.console;

import io.grpc.Channel;
import io.grpc.stub.AbstractBlockingStub;
import java.time.Duration;
import java.util.function.Function;
import org.masterplan.abandonment.v1.HealthServiceGrpc;
import org.masterplan.abandonment.v1.HealthServiceGrpc.HealthServiceBlockingStub;
import org.masterplan.abandonment.v1.RescueCaseServiceGrpc;
import org.masterplan.abandonment.v1.RescueCaseServiceGrpc.RescueCaseServiceBlockingStub;
import org.masterplan.gateway.rest.CallHeaders;
import org.masterplan.gateway.rest.Channels;
import org.masterplan.governance.v1.MessageServiceGrpc;
import org.masterplan.governance.v1.MessageServiceGrpc.MessageServiceBlockingStub;
import org.masterplan.listening.v1.FeedbackServiceGrpc;
import org.masterplan.listening.v1.FeedbackServiceGrpc.FeedbackServiceBlockingStub;
import org.masterplan.notice.v1.NoticeServiceGrpc;
import org.masterplan.notice.v1.NoticeServiceGrpc.NoticeServiceBlockingStub;
import org.masterplan.operations.v1.OperationsServiceGrpc;
import org.masterplan.operations.v1.OperationsServiceGrpc.OperationsServiceBlockingStub;
import org.masterplan.profiles.v1.ConnectionServiceGrpc;
import org.masterplan.profiles.v1.ConnectionServiceGrpc.ConnectionServiceBlockingStub;
import org.masterplan.profiles.v1.DealingServiceGrpc;
import org.masterplan.profiles.v1.DealingServiceGrpc.DealingServiceBlockingStub;
import org.masterplan.profiles.v1.FragmentationServiceGrpc;
import org.masterplan.profiles.v1.FragmentationServiceGrpc.FragmentationServiceBlockingStub;
import org.masterplan.profiles.v1.GoldenValueServiceGrpc;
import org.masterplan.profiles.v1.GoldenValueServiceGrpc.GoldenValueServiceBlockingStub;
import org.masterplan.profiles.v1.HistoryServiceGrpc;
import org.masterplan.profiles.v1.HistoryServiceGrpc.HistoryServiceBlockingStub;
import org.masterplan.profiles.v1.ProfileServiceGrpc;
import org.masterplan.profiles.v1.ProfileServiceGrpc.ProfileServiceBlockingStub;
import org.masterplan.profiles.v1.PromotionEffectServiceGrpc;
import org.masterplan.profiles.v1.PromotionEffectServiceGrpc.PromotionEffectServiceBlockingStub;
import org.masterplan.profiles.v1.QualityServiceGrpc;
import org.masterplan.profiles.v1.QualityServiceGrpc.QualityServiceBlockingStub;
import org.masterplan.profiles.v1.ReplacementServiceGrpc;
import org.masterplan.profiles.v1.ReplacementServiceGrpc.ReplacementServiceBlockingStub;
import org.masterplan.profiles.v1.ResolutionServiceGrpc;
import org.masterplan.profiles.v1.ResolutionServiceGrpc.ResolutionServiceBlockingStub;
import org.masterplan.profiles.v1.ReviewServiceGrpc;
import org.masterplan.profiles.v1.ReviewServiceGrpc.ReviewServiceBlockingStub;
import org.masterplan.profiles.v1.SourceServiceGrpc;
import org.masterplan.profiles.v1.SourceServiceGrpc.SourceServiceBlockingStub;
import org.masterplan.registry.v1.CommunityServiceGrpc;
import org.masterplan.registry.v1.CommunityServiceGrpc.CommunityServiceBlockingStub;
import org.masterplan.registry.v1.MemberServiceGrpc;
import org.masterplan.registry.v1.MemberServiceGrpc.MemberServiceBlockingStub;
import org.masterplan.registry.v1.OrganisationServiceGrpc;
import org.masterplan.registry.v1.OrganisationServiceGrpc.OrganisationServiceBlockingStub;
import org.masterplan.registry.v1.PlanServiceGrpc;
import org.masterplan.registry.v1.PlanServiceGrpc.PlanServiceBlockingStub;
import org.masterplan.registry.v1.PortfolioServiceGrpc;
import org.masterplan.registry.v1.PortfolioServiceGrpc.PortfolioServiceBlockingStub;

/** The services, called as the visitor: what a page shows is what the visitor may see. */
final class Services {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LONG_ANSWERS = Duration.ofSeconds(30);
  private static final Duration FILES = Duration.ofMinutes(30);
  private static final String REGISTRY = "community-registry";
  private static final String PROFILES = "customer-profiles";
  private final Channels channels;

  Services(Channels channels) {
    this.channels = channels;
  }

  CommunityServiceBlockingStub communities(Visitor visitor) {
    return stub(visitor, REGISTRY, CommunityServiceGrpc::newBlockingStub);
  }

  PortfolioServiceBlockingStub portfolio(Visitor visitor) {
    return stub(visitor, REGISTRY, PortfolioServiceGrpc::newBlockingStub);
  }

  OrganisationServiceBlockingStub organisation(Visitor visitor) {
    return stub(visitor, REGISTRY, OrganisationServiceGrpc::newBlockingStub);
  }

  PlanServiceBlockingStub plan(Visitor visitor) {
    return stub(visitor, REGISTRY, PlanServiceGrpc::newBlockingStub);
  }

  MemberServiceBlockingStub members(Visitor visitor) {
    return stub(visitor, REGISTRY, MemberServiceGrpc::newBlockingStub);
  }

  HealthServiceBlockingStub health(Visitor visitor) {
    return stub(visitor, "abandonment-detection", HealthServiceGrpc::newBlockingStub);
  }

  ProfileServiceBlockingStub profiles(Visitor visitor) {
    return stub(visitor, PROFILES, ProfileServiceGrpc::newBlockingStub);
  }

  DealingServiceBlockingStub dealings(Visitor visitor) {
    return stub(visitor, PROFILES, DealingServiceGrpc::newBlockingStub);
  }

  HistoryServiceBlockingStub history(Visitor visitor) {
    return stub(visitor, PROFILES, HistoryServiceGrpc::newBlockingStub);
  }

  SourceServiceBlockingStub sources(Visitor visitor) {
    return stub(visitor, PROFILES, SourceServiceGrpc::newBlockingStub);
  }

  ReplacementServiceBlockingStub replacements(Visitor visitor) {
    return stub(visitor, PROFILES, ReplacementServiceGrpc::newBlockingStub);
  }

  ConnectionServiceBlockingStub connections(Visitor visitor) {
    return stub(visitor, PROFILES, ConnectionServiceGrpc::newBlockingStub);
  }

  ReviewServiceBlockingStub reviews(Visitor visitor) {
    return stub(visitor, PROFILES, ReviewServiceGrpc::newBlockingStub);
  }

  ResolutionServiceBlockingStub resolutions(Visitor visitor) {
    return stub(visitor, PROFILES, ResolutionServiceGrpc::newBlockingStub);
  }

  /** Many people may be read for an answer. */
  FragmentationServiceBlockingStub fragmentation(Visitor visitor) {
    return FragmentationServiceGrpc.newBlockingStub(channel(visitor, PROFILES))
        .withDeadlineAfter(LONG_ANSWERS);
  }

  /** All members of a community are read for an answer. */
  PromotionEffectServiceBlockingStub promotions(Visitor visitor) {
    return PromotionEffectServiceGrpc.newBlockingStub(channel(visitor, PROFILES))
        .withDeadlineAfter(LONG_ANSWERS);
  }

  /** All records are read for an answer. */
  QualityServiceBlockingStub quality(Visitor visitor) {
    return QualityServiceGrpc.newBlockingStub(channel(visitor, PROFILES))
        .withDeadlineAfter(LONG_ANSWERS);
  }

  /** All records are read for an answer. */
  GoldenValueServiceBlockingStub golden(Visitor visitor) {
    return GoldenValueServiceGrpc.newBlockingStub(channel(visitor, PROFILES))
        .withDeadlineAfter(LONG_ANSWERS);
  }

  /** Long-running work of customer profiles. */
  OperationsServiceBlockingStub operations(Visitor visitor) {
    return stub(visitor, PROFILES, OperationsServiceGrpc::newBlockingStub);
  }

  /** For files that take their time. */
  ReplacementServiceBlockingStub giveBacks(Visitor visitor) {
    return ReplacementServiceGrpc.newBlockingStub(channel(visitor, PROFILES))
        .withDeadlineAfter(FILES);
  }

  MessageServiceBlockingStub messages(Visitor visitor) {
    return stub(visitor, "message-governance", MessageServiceGrpc::newBlockingStub);
  }

  RescueCaseServiceBlockingStub rescueCases(Visitor visitor) {
    return stub(visitor, "abandonment-detection", RescueCaseServiceGrpc::newBlockingStub);
  }

  FeedbackServiceBlockingStub feedback(Visitor visitor) {
    return stub(visitor, "social-listening", FeedbackServiceGrpc::newBlockingStub);
  }

  /** Every service keeps the notices that it makes. */
  NoticeServiceBlockingStub notices(Visitor visitor, String service) {
    return stub(visitor, service, NoticeServiceGrpc::newBlockingStub);
  }

  /** For calls that take their own time. */
  Channel channel(Visitor visitor, String service) {
    var token = visitor.person().token();
    var headers = new CallHeaders.Said(token, visitor.locale(), visitor.purpose());
    return CallHeaders.attach(channels.to(service), headers);
  }

  private <S extends AbstractBlockingStub<S>> S stub(
      Visitor visitor, String service, Function<Channel, S> make) {
    return make.apply(channel(visitor, service)).withDeadlineAfter(PATIENCE);
  }
}
