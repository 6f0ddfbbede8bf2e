package org.masterplan.governance.contact.domain;

import static org.masterplan.governance.contact.domain.Channel.APP;
import static org.masterplan.governance.contact.domain.Channel.CALL;
import static org.masterplan.governance.contact.domain.Channel.EMAIL;
import static org.masterplan.governance.contact.domain.Channel.SMS;
import static org.masterplan.governance.contact.domain.Channel.ZALO;
import static org.masterplan.governance.contact.domain.ContactLimits.CALL_HOURS;
import static org.masterplan.governance.contact.domain.ContactLimits.MESSAGE_HOURS;
import static org.masterplan.governance.policy.domain.Policy.companyContact;
import static org.masterplan.governance.policy.domain.Policy.lawContact;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.masterplan.governance.contact.domain.ContactRule.Basis;
import org.masterplan.governance.policy.domain.Policy;

/** Every rule that a contact must pass, in the order in which they are asked. */
public final class ContactRules {
  private static final String DECREE = "Decree 91/2020/ND-CP, art. ";
  private static final String IN_FORCE = "2020-10-01";

  /** Asked of the message before any rule is asked of the person. */
  public static final Policy APPROVED_MESSAGE =
      companyContact("approved-message", "2026-11-22", 18);

  /**
   * Keeps the message from those who were drawn, to see what it does; otherwise they would get it.
   */
  public static final Policy HELD_OUT = companyContact("held-out", "2026-11-23", 53);

  private final ContactLimits limits;
  private final Draw draw;
  private final List<ContactRule> rules;

  /** {@code draw}: whom messages are kept from to see what they do. */
  public ContactRules(ContactLimits limits, Draw draw) {
    this.limits = limits;
    this.draw = draw;
    this.rules =
        List.of(
            reachable(),
            consent(),
            suppressed(Basis.POINT),
            suppressed(Basis.PROFILE),
            promotionForbidden(),
            heldOut(),
            quiet(lawContact("quiet-hours-sms", IN_FORCE, DECREE + "13"), MESSAGE_HOURS, SMS),
            quiet(lawContact("quiet-hours-call", IN_FORCE, DECREE + "13"), CALL_HOURS, CALL),
            quiet(companyContact("quiet-hours-app", "2026-11-21", 115), MESSAGE_HOURS, ZALO, APP),
            cap(SMS, limits.smsPerDay()),
            cap(EMAIL, limits.emailsPerDay()),
            cap(CALL, limits.callsPerDay()),
            attention());
  }

  public List<ContactRule> all() {
    return rules;
  }

  /** The rules' cards, each once. */
  public List<Policy> policies() {
    var asked = rules.stream().map(ContactRule::policy);
    return Stream.concat(Stream.of(APPROVED_MESSAGE), asked).distinct().toList();
  }

  public ContactLimits limits() {
    return limits;
  }

  private static ContactRule reachable() {
    var policy = companyContact("reachable", "2026-11-21", 113);
    return person(policy, s -> Verdict.unless(!s.person().reachable(s.channel())));
  }

  private static ContactRule consent() {
    var policy = lawContact("consent", "2026-01-01", "Law 91/2025/QH15, art. 28; " + DECREE + "13");
    return person(
        policy,
        s -> Verdict.unless(s.limited() && !s.person().agreesTo(s.messageClass(), s.channel())));
  }

  private static ContactRule suppressed(Basis basis) {
    return new ContactRule(
        lawContact("suppression", IN_FORCE, DECREE + "16"),
        basis,
        s -> Verdict.unless(s.account().suppresses(s.channel(), s.messageClass())));
  }

  private static ContactRule promotionForbidden() {
    var policy = companyContact("promotion-where-forbidden", "2026-11-21", 51);
    return person(policy, s -> Verdict.unless(sellsWhereForbidden(s.ask())));
  }

  private static boolean sellsWhereForbidden(Ask ask) {
    return ask.messageClass() == MessageClass.PROMOTION
        && !ask.origin().closedToPromotion().isEmpty();
  }

  private ContactRule heldOut() {
    return person(
        HELD_OUT, s -> Verdict.unless(draw.holdsOut(s.ask().origin(), s.person().profile())));
  }

  private ContactRule quiet(Policy policy, Hours hours, Channel... channels) {
    var figures = Map.of("from", hours.from().toString(), "until", hours.until().toString());
    var about = Set.of(channels);
    return new ContactRule(
        policy.with(figures),
        Basis.HOURS,
        s -> about.contains(s.channel()) && s.limited() ? within(hours, s.time()) : Verdict.FINE);
  }

  private Verdict within(Hours hours, Instant time) {
    return hours.contain(time, limits.zone())
        ? Verdict.FINE
        : new Verdict.Refused(hours.next(time, limits.zone()));
  }

  private static ContactRule cap(Channel channel, int most) {
    var id = "cap-" + channel.name().toLowerCase(Locale.ROOT) + "-promotion";
    var figures = Map.of("most", Integer.toString(most));
    var window = ContactLimits.daily(most);
    return new ContactRule(
        lawContact(id, IN_FORCE, DECREE + "13").with(figures),
        Basis.POINT,
        s -> advertises(s, channel) ? s.within(window, e -> sameKind(e, s.ask())) : Verdict.FINE);
  }

  private static boolean advertises(Situation situation, Channel channel) {
    return situation.channel() == channel && situation.messageClass() == MessageClass.PROMOTION;
  }

  private static boolean sameKind(Entry entry, Ask ask) {
    return entry.channel() == ask.channel() && entry.messageClass() == ask.messageClass();
  }

  private ContactRule attention() {
    var window = limits.attention();
    var figures =
        Map.of(
            "most", Integer.toString(window.most()),
            "days", Long.toString(window.length().toDays()));
    return new ContactRule(
        companyContact("attention-budget", "2026-11-21", 12).with(figures),
        Basis.PROFILE,
        s -> s.limited() ? s.within(window, ContactRules::demands) : Verdict.FINE);
  }

  private static boolean demands(Entry entry) {
    return entry.channel().personal() && !entry.messageClass().owed();
  }

  private static ContactRule person(Policy policy, ContactRule.Check check) {
    return new ContactRule(policy, Basis.PERSON, check);
  }
}
