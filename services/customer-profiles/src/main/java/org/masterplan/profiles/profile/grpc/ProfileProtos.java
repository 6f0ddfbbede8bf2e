package org.masterplan.profiles.profile.grpc;

import com.google.protobuf.util.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.masterplan.platform.page.Etags;
import org.masterplan.profiles.consent.grpc.ConsentProtos;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Masks;
import org.masterplan.profiles.identity.app.Link;
import org.masterplan.profiles.profile.app.Cards;
import org.masterplan.profiles.profile.app.Memberships;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.domain.Card;
import org.masterplan.profiles.profile.domain.Comparison;
import org.masterplan.profiles.profile.domain.Value;
import org.masterplan.profiles.v1.Contact;
import org.masterplan.profiles.v1.ExplainProfileResponse;
import org.masterplan.profiles.v1.ListProfileChangesResponse;
import org.masterplan.profiles.v1.Profile;

/** Profiles as messages. */
public final class ProfileProtos {
  private ProfileProtos() {}

  /** The profile itself; masked values are cut, others are left out with them. */
  static Profile.Builder profile(
      org.masterplan.profiles.profile.domain.Profile profile, boolean masked) {
    var message =
        Profile.newBuilder()
            .setName(profile.name())
            .addAllAliases(profile.aliases())
            .addAllRecords(profile.records().stream().map(r -> r.name().toString()).toList())
            .setMasked(masked)
            .setJournal(profile.journal())
            .setCreateTime(time(profile.createdAt()))
            .setUpdateTime(time(profile.updatedAt()))
            .setEtag(Etags.of(fingerprint(profile)));
    profile
        .values()
        .forEach((field, value) -> message.putValues(field, value(field, value, masked)));
    return message;
  }

  /** Changes when the records change, and only then. */
  static long fingerprint(org.masterplan.profiles.profile.domain.Profile profile) {
    long mixed = 1;
    for (var record : profile.records()) {
      mixed = mixed * 31 + record.number() * 17 + record.version();
    }
    return mixed & Long.MAX_VALUE;
  }

  private static Profile.Value value(String field, Value value, boolean masked) {
    return Profile.Value.newBuilder()
        .setValue(shown(field, value.value(), masked))
        .setSource("sources/" + value.record().source())
        .setRecord(value.record().toString())
        .setTime(time(value.time()))
        .setRule(value.rule().name())
        .setSupport(value.support())
        .addAllOthers(value.others().stream().map(v -> shown(field, v, masked)).toList())
        .build();
  }

  private static String shown(String field, String value, boolean masked) {
    return masked ? Masks.mask(field, value) : value;
  }

  static Profile.Membership membership(Memberships.Membership seat) {
    return Profile.Membership.newBuilder()
        .setCommunity(seat.community())
        .setMember(seat.member())
        .setJoinedDate(seat.joined())
        .setLeftDate(seat.left())
        .build();
  }

  static Contact contact(
      org.masterplan.profiles.profile.domain.Profile profile,
      List<org.masterplan.profiles.consent.domain.Consent> consents,
      List<String> segments) {
    var year = profile.all(Dictionary.BIRTH_YEAR);
    return Contact.newBuilder()
        .setProfile(profile.name())
        .addAllPhones(profile.all(Dictionary.PHONE))
        .addAllEmails(profile.all(Dictionary.EMAIL))
        .addAllHandles(profile.all(Dictionary.HANDLE))
        .addAllConsents(consents.stream().map(ConsentProtos::consent).toList())
        .addAllSegments(segments)
        .setBirthYear(year.isEmpty() ? 0 : Integer.parseInt(year.getFirst()))
        .build();
  }

  static ExplainProfileResponse explanation(
      Reading.Explanation explanation, List<Comparison> comparisons) {
    var message =
        ExplainProfileResponse.newBuilder()
            .setProfile(explanation.profile().name())
            .setMethod(explanation.method());
    for (var named : explanation.links()) {
      message.addPairs(pair(named.link(), named.left().toString(), named.right().toString()));
    }
    comparisons.forEach(each -> message.addComparisons(comparison(each)));
    return message.build();
  }

  private static ExplainProfileResponse.Comparison comparison(Comparison comparison) {
    var likeness =
        switch (comparison.likeness()) {
          case EQUAL -> ExplainProfileResponse.Comparison.Likeness.EQUAL;
          case NEAR -> ExplainProfileResponse.Comparison.Likeness.NEAR;
          case OTHER -> ExplainProfileResponse.Comparison.Likeness.OTHER;
          case LEFT_ONLY -> ExplainProfileResponse.Comparison.Likeness.LEFT_ONLY;
          case RIGHT_ONLY -> ExplainProfileResponse.Comparison.Likeness.RIGHT_ONLY;
        };
    return ExplainProfileResponse.Comparison.newBuilder()
        .setField(comparison.field())
        .setLikeness(likeness)
        .build();
  }

  /** What links the records of those names. */
  public static ExplainProfileResponse.Pair pair(Link link, String left, String right) {
    var pair =
        ExplainProfileResponse.Pair.newBuilder()
            .setLeft(left)
            .setRight(right)
            .setWeight(link.weight())
            .setProbability(link.probability());
    for (var each : link.contributions()) {
      pair.addContributions(
          ExplainProfileResponse.Contribution.newBuilder()
              .setField(each.field())
              .setLevel(each.level())
              .setWeight(each.weight())
              .setTfAdjustment(each.tfAdjustment()));
    }
    return pair.build();
  }

  /**
   * A step of the feed.
   *
   * @param aliases the other names of each profile
   * @param segments the segments of each profile
   */
  static ListProfileChangesResponse changes(
      Cards.Changes changes,
      Map<String, List<String>> aliases,
      Map<String, List<String>> segments) {
    var message =
        ListProfileChangesResponse.newBuilder()
            .setNextToken(changes.token())
            .setMore(changes.more());
    for (var card : changes.cards()) {
      message.addChanges(
          change(card)
              .addAllAliases(aliases.getOrDefault(card.name(), List.of()))
              .addAllSegments(segments.getOrDefault(card.name(), List.of())));
    }
    return message.build();
  }

  private static ListProfileChangesResponse.Change.Builder change(Card card) {
    var change =
        ListProfileChangesResponse.Change.newBuilder()
            .setName(card.name())
            .setRecords(card.facts().records())
            .setJournal(card.journal())
            .setKind(ListProfileChangesResponse.Change.Kind.valueOf(card.change().name()));
    switch (card.standing()) {
      case Card.Standing.Live() -> change.setGone(false);
      case Card.Standing.Moved(var to) -> change.setMovedTo(to);
      case Card.Standing.Gone() -> change.setGone(true);
    }
    return change;
  }

  static com.google.protobuf.Timestamp time(Instant instant) {
    return Timestamps.fromMillis(instant.toEpochMilli());
  }
}
