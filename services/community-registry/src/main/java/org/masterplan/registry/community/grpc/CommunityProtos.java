package org.masterplan.registry.community.grpc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.text.Texts;
import org.masterplan.platform.page.Etags;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.Holding;
import org.masterplan.registry.community.domain.Intent;
import org.masterplan.registry.community.domain.Kind;
import org.masterplan.registry.community.domain.Mode;
import org.masterplan.registry.community.domain.Objective;
import org.masterplan.registry.community.domain.Permit;
import org.masterplan.registry.community.domain.Place;
import org.masterplan.registry.community.domain.Platforms;
import org.masterplan.registry.community.domain.Purpose;
import org.masterplan.registry.community.domain.SubmissionRules;
import org.masterplan.registry.resource.app.Versioned;
import org.masterplan.registry.resource.grpc.Replies;

/** Communities between the wire and the domain. */
final class CommunityProtos {
  private CommunityProtos() {}

  static Community.Draft draft(org.masterplan.registry.v1.Community community) {
    var platform = Platforms.word(community.getPlatform());
    var mode = word(community.getMode(), Mode.class).orElseGet(() -> Mode.of(platform));
    return new Community.Draft(
        community.getTitle(),
        new Place(word(community.getKind(), Kind.class), mode, platform, community.getLink()),
        intent(community),
        new Holding(
            community.getBusinessUnit(),
            community.getOwner(),
            community.getDeputiesList(),
            community.getSponsor(),
            Optional.empty()),
        community.getDeclaredMembers());
  }

  private static Intent intent(org.masterplan.registry.v1.Community community) {
    return new Intent(
        word(community.getPurpose(), Purpose.class),
        word(community.getObjective(), Objective.class),
        community.getCorporateObjectivesList(),
        community.getSegmentsList(),
        community.getProductLinesList(),
        new Intent.Answers(
            Texts.canonical(community.getWhy()),
            Texts.canonical(community.getExpectedGain()),
            date(community.getReviewDate()),
            Texts.canonical(community.getMemberBenefit()),
            Texts.canonical(community.getExitPlan())));
  }

  static org.masterplan.registry.v1.Community write(Versioned<Community> stored) {
    var community = stored.value();
    var wire =
        org.masterplan.registry.v1.Community.newBuilder()
            .setName(community.name().toString())
            .setTitle(community.title())
            .setDeclaredMembers(community.declaredMembers())
            .setCreateTime(Replies.time(community.times().created()))
            .setUpdateTime(Replies.time(community.times().updated()));
    write(community.place(), wire);
    write(community.intent(), wire);
    write(community.holding(), wire);
    standing(community, wire);
    if (stored.revision() > 0) {
      wire.setEtag(Etags.of(stored.revision()));
    }
    return wire.build();
  }

  private static void write(Place place, org.masterplan.registry.v1.Community.Builder wire) {
    place.kind().ifPresent(k -> wire.setKind(wire(k, wire.getKind().getDeclaringClass())));
    wire.setMode(wire(place.mode(), wire.getMode().getDeclaringClass()))
        .setPlatform(place.platform())
        .setLink(place.link());
  }

  private static void write(Intent intent, org.masterplan.registry.v1.Community.Builder wire) {
    intent
        .purpose()
        .ifPresent(p -> wire.setPurpose(wire(p, wire.getPurpose().getDeclaringClass())));
    intent
        .objective()
        .ifPresent(o -> wire.setObjective(wire(o, wire.getObjective().getDeclaringClass())));
    var answers = intent.answers();
    answers.reviewDate().ifPresent(d -> wire.setReviewDate(d.toString()));
    wire.addAllCorporateObjectives(intent.serves())
        .addAllSegments(intent.segments())
        .addAllProductLines(intent.productLines())
        .setWhy(answers.why())
        .setExpectedGain(answers.expectedGain())
        .setMemberBenefit(answers.memberBenefit())
        .setExitPlan(answers.exitPlan());
  }

  private static void write(Holding holding, org.masterplan.registry.v1.Community.Builder wire) {
    wire.setBusinessUnit(holding.unit())
        .setOwner(holding.owner())
        .addAllDeputies(holding.deputies())
        .setSponsor(holding.sponsor());
    holding.orphanSince().ifPresent(t -> wire.setOrphanTime(Replies.time(t)));
  }

  private static void standing(
      Community community, org.masterplan.registry.v1.Community.Builder wire) {
    var standing = community.standing();
    wire.setState(wire(standing.state(), wire.getState().getDeclaringClass()))
        .setPermit(wire(standing.permit(), wire.getPermit().getDeclaringClass()))
        .setSubmitter(standing.submitter())
        .setStateReason(standing.reason());
    standing.submitted().ifPresent(t -> wire.setSubmitTime(Replies.time(t)));
    standing.answersDue().ifPresent(d -> wire.setAnswersDueDate(d.toString()));
    standing.pause().ifPresent(p -> wire.setPauseTime(Replies.time(p.from())));
    standing.pause().flatMap(p -> p.until()).ifPresent(t -> wire.setResumeTime(Replies.time(t)));
    if (standing.permit() == Permit.UNPERMITTED) {
      wire.addAllAnswersOwed(SubmissionRules.owed(community));
    }
    community
        .wellbeing()
        .ifPresent(
            w ->
                wire.setHealth(wire(w.health(), wire.getHealth().getDeclaringClass()))
                    .setHealthTime(Replies.time(w.asOf())));
  }

  static Holding handOver(Holding before, String owner, List<String> deputies, String unit) {
    return new Holding(
        unit.isEmpty() ? before.unit() : unit,
        owner,
        deputies.isEmpty() ? before.deputies() : deputies,
        before.sponsor(),
        Optional.empty());
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException _) {
      throw InvalidFields.of("community.review_date", "DATE_FORMAT", Map.of("value", text));
    }
  }

  /** The domain's word for the wire's, empty for the zero value. */
  private static <E extends Enum<E>> Optional<E> word(Enum<?> wire, Class<E> type) {
    return wire.ordinal() == 0 ? Optional.empty() : Optional.of(Enum.valueOf(type, wire.name()));
  }

  /** The wire's word for the domain's: they are the same. */
  private static <E extends Enum<E>> E wire(Enum<?> word, Class<E> type) {
    return Enum.valueOf(type, word.name());
  }
}
