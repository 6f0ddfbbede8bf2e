package org.masterplan.registry.community.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.query.Field;
import org.masterplan.registry.community.app.CommunityFields;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.Health;
import org.masterplan.registry.community.domain.Holding;
import org.masterplan.registry.community.domain.Intent;
import org.masterplan.registry.community.domain.Kind;
import org.masterplan.registry.community.domain.Mode;
import org.masterplan.registry.community.domain.Objective;
import org.masterplan.registry.community.domain.Permit;
import org.masterplan.registry.community.domain.Place;
import org.masterplan.registry.community.domain.Purpose;
import org.masterplan.registry.community.domain.Standing;
import org.masterplan.registry.community.domain.State;
import org.masterplan.registry.community.domain.Wellbeing;
import org.masterplan.registry.resource.mongo.Shape;

/** The stored shape of a community. An absent value is left out, never stored as null. */
final class CommunityDocument implements Shape<Community> {
  @Override
  public Document write(Community community) {
    var body = new Document("title", community.title());
    place(community.place(), body);
    intent(community.intent(), body);
    holding(community.holding(), body);
    standing(community.standing(), body);
    body.append("declared_members", community.declaredMembers());
    community
        .wellbeing()
        .ifPresent(
            w ->
                body.append("health", w.health().name())
                    .append("health_time", Date.from(w.asOf())));
    return body.append("create_time", Date.from(community.times().created()))
        .append("update_time", Date.from(community.times().updated()));
  }

  private static void place(Place place, Document body) {
    place.kind().ifPresent(k -> body.append("kind", k.name()));
    body.append("mode", place.mode().name());
    text(body, "platform", place.platform());
    text(body, "link", place.link());
  }

  private static void intent(Intent intent, Document body) {
    intent.purpose().ifPresent(p -> body.append("purpose", p.name()));
    intent.objective().ifPresent(o -> body.append("objective", o.name()));
    body.append("corporate_objectives", intent.serves())
        .append("segments", intent.segments())
        .append("product_lines", intent.productLines());
    var answers = intent.answers();
    text(body, "why", answers.why());
    text(body, "expected_gain", answers.expectedGain());
    answers.reviewDate().ifPresent(d -> body.append("review_date", d.toString()));
    text(body, "member_benefit", answers.memberBenefit());
    text(body, "exit_plan", answers.exitPlan());
  }

  private static void holding(Holding holding, Document body) {
    body.append("business_unit", holding.unit());
    text(body, "owner", holding.owner());
    body.append("deputies", holding.deputies());
    text(body, "sponsor", holding.sponsor());
    holding.orphanSince().ifPresent(t -> body.append("orphan_time", Date.from(t)));
  }

  private static void standing(Standing standing, Document body) {
    body.append("state", standing.state().name()).append("permit", standing.permit().name());
    text(body, "submitter", standing.submitter());
    standing.submitted().ifPresent(t -> body.append("submit_time", Date.from(t)));
    text(body, "state_reason", standing.reason());
    standing.answersDue().ifPresent(d -> body.append("answers_due_date", d.toString()));
    standing.pause().ifPresent(p -> body.append("pause_time", Date.from(p.from())));
    standing
        .pause()
        .flatMap(Standing.Pause::until)
        .ifPresent(t -> body.append("resume_time", Date.from(t)));
    standing.verdict().ifPresent(v -> body.append("verdict", verdict(v)));
  }

  private static Document verdict(Standing.Verdict verdict) {
    return new Document("submitter", verdict.submitter())
        .append("outcome", verdict.outcome().name())
        .append("time", Date.from(verdict.at()));
  }

  private static Optional<Standing.Verdict> readVerdict(Document body) {
    return Optional.ofNullable(body.get("verdict", Document.class))
        .map(
            verdict ->
                new Standing.Verdict(
                    verdict.getString("submitter"),
                    Standing.Outcome.valueOf(verdict.getString("outcome")),
                    verdict.getDate("time").toInstant()));
  }

  @Override
  public Community read(String name, Document body) {
    return new Community(
        ResourceName.parse("name", "communities", name),
        body.getString("title"),
        new Place(
            word(body, "kind", Kind.class),
            Mode.valueOf(body.getString("mode")),
            text(body, "platform"),
            text(body, "link")),
        readIntent(body),
        readHolding(body),
        readStanding(body),
        body.getLong("declared_members"),
        word(body, "health", Health.class)
            .map(h -> new Wellbeing(h, body.getDate("health_time").toInstant())),
        new Community.Times(
            body.getDate("create_time").toInstant(), body.getDate("update_time").toInstant()));
  }

  private static Intent readIntent(Document body) {
    return new Intent(
        word(body, "purpose", Purpose.class),
        word(body, "objective", Objective.class),
        body.getList("corporate_objectives", String.class),
        body.getList("segments", String.class),
        body.getList("product_lines", String.class),
        new Intent.Answers(
            text(body, "why"),
            text(body, "expected_gain"),
            date(body, "review_date"),
            text(body, "member_benefit"),
            text(body, "exit_plan")));
  }

  private static Holding readHolding(Document body) {
    return new Holding(
        body.getString("business_unit"),
        text(body, "owner"),
        body.getList("deputies", String.class),
        text(body, "sponsor"),
        time(body, "orphan_time"));
  }

  private static Standing readStanding(Document body) {
    return new Standing(
        State.valueOf(body.getString("state")),
        Permit.valueOf(body.getString("permit")),
        text(body, "submitter"),
        time(body, "submit_time"),
        text(body, "state_reason"),
        date(body, "answers_due_date"),
        time(body, "pause_time").map(t -> new Standing.Pause(t, time(body, "resume_time"))),
        readVerdict(body));
  }

  private static Optional<Instant> time(Document body, String field) {
    return Optional.ofNullable(body.getDate(field)).map(Date::toInstant);
  }

  @Override
  public Map<Field, String> folded(Community community) {
    return Map.of(CommunityFields.TITLE, community.title());
  }

  @Override
  public List<String> words(Community community) {
    return List.of(community.title(), community.place().link());
  }

  private static void text(Document body, String field, String text) {
    if (!text.isEmpty()) {
      body.append(field, text);
    }
  }

  private static String text(Document body, String field) {
    @Nullable String text = body.getString(field);
    return text == null ? "" : text;
  }

  private static Optional<LocalDate> date(Document body, String field) {
    return Optional.ofNullable(body.getString(field)).map(LocalDate::parse);
  }

  private static <E extends Enum<E>> Optional<E> word(Document body, String field, Class<E> type) {
    return Optional.ofNullable(body.getString(field)).map(w -> Enum.valueOf(type, w));
  }
}
