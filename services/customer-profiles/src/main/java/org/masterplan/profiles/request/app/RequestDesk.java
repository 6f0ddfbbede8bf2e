package org.masterplan.profiles.request.app;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.request.domain.Claim;
import org.masterplan.profiles.request.domain.LawPack;
import org.masterplan.profiles.request.domain.PrivacyRequest;
import org.masterplan.profiles.request.domain.PrivacyRequest.Method;
import org.masterplan.profiles.request.domain.PrivacyRequest.Wish;

/** Takes requests down and follows them until the person is answered. */
public final class RequestDesk {
  private static final int PART = 500;

  private final PrivacyRequests requests;
  private final UnaryOperator<String> present;
  private final Fulfilment fulfilment;
  private final Rules rules;

  /** The law as it is configured, and where ids and times come from. */
  public record Rules(LawPack law, Supplier<String> ids, Clock clock) {}

  /** Upon which request, as it was seen, by whom. */
  public record Act(ResourceName name, long seen, Actor actor) {}

  /** {@code present} says how a profile is named now; it throws {@link NotFound}. */
  public RequestDesk(
      PrivacyRequests requests, UnaryOperator<String> present, Fulfilment fulfilment, Rules rules) {
    this.requests = requests;
    this.present = present;
    this.fulfilment = fulfilment;
    this.rules = rules;
  }

  /** Writes it down under the profile as it is named now. */
  public PrivacyRequest receive(Wish wish, Actor actor) {
    var now = now();
    if (wish.receivedAt().isAfter(now)) {
      var value = wish.receivedAt().toString();
      throw InvalidFields.of(
          "privacy_request.receive_time",
          "REQUEST_TIME_FUTURE",
          Map.of("value", value, "now", now.toString()));
    }
    var about = wish.profile().isEmpty() ? "" : present.apply(wish.profile());
    var named =
        new Wish(
            wish.kind(),
            about,
            wish.reference(),
            wish.receivedAt(),
            wish.purpose(),
            wish.channel());
    var name = new ResourceName("privacyRequests", rules.ids().get());
    var created = new PrivacyRequest.Creation(actor.subject(), now);
    var request = PrivacyRequest.receive(name, named, rules.law(), created);
    requests.add(request, entry("REQUEST_RECEIVED", actor, ""));
    return request;
  }

  /** Throws {@link NotFound} if there is none of that name. */
  public PrivacyRequest get(ResourceName name) {
    return requests.find(name.id()).orElseThrow(() -> NotFound.named(name.toString()));
  }

  public Slice<PrivacyRequest> list(Query query) {
    return requests.list(query);
  }

  /** When it is; clocks are read by it. */
  public Instant now() {
    return rules.clock().instant();
  }

  /** The person was told that it came. */
  public PrivacyRequest acknowledge(Act act) {
    return change(act, "REQUEST_ACKNOWLEDGEMENT_SENT", "", r -> r.acknowledge(now()));
  }

  /** It is known who asks. */
  public PrivacyRequest verify(Act act, Method method) {
    return change(
        act,
        "REQUESTER_VERIFIED",
        method.name(),
        r -> r.verify(method, act.actor().subject(), now()));
  }

  /** The answer takes longer. */
  public PrivacyRequest extend(Act act, String reason) {
    return change(act, "REQUEST_CLOCK_EXTENDED", reason, r -> r.extend(reason, rules.law(), now()));
  }

  /**
   * Carries it out. It is claimed before anything is done: of two calls one is refused, and nobody
   * decides otherwise meanwhile. A call that broke off is made good by the same call.
   */
  public PrivacyRequest fulfil(Act act) {
    var claim = new Claim(act.actor().subject(), now(), act.seen());
    var claimed = store(act, "REQUEST_BEING_CARRIED_OUT", "", get(act.name()).claim(claim));
    var operation = carryOut(act, claimed);
    return store(act, "REQUEST_FULFILLED", "", claimed.fulfil(operation, now()));
  }

  /** What fails is given back: it may be carried out again, or decided otherwise. */
  private String carryOut(Act act, PrivacyRequest claimed) {
    try {
      return fulfilment.carryOut(claimed, act.actor().subject());
    } catch (RuntimeException e) {
      try {
        store(act, "REQUEST_NOT_CARRIED_OUT", "", claimed.release(now()));
      } catch (RuntimeException unkept) {
        // The claim lapses by itself.
        e.addSuppressed(unkept);
      }
      throw e;
    }
  }

  /** Refuses unless everything about that profile may be shown upon the request. */
  public void requireShowing(ResourceName request, String profile) {
    get(request).requireShowing(profile);
  }

  /** The person was told what was done. */
  public PrivacyRequest answer(Act act, String reply) {
    var answered = seen(act).answer(reply, now());
    var waiting = fulfilment.waiting(answered);
    if (!waiting.isEmpty()) {
      throw new WrongState(
          "REQUEST_ERASURE_RUNNING", Map.of("services", String.join(", ", waiting)));
    }
    return store(act, "REQUEST_ANSWERED", reply, answered);
  }

  /** The person was told why not; what is being carried out cannot be refused any more. */
  public PrivacyRequest refuse(Act act, String reason) {
    if (fulfilment.isBegun(seen(act))) {
      throw new WrongState("REQUEST_BEGUN", Map.of("name", act.name().toString()));
    }
    return change(act, "REQUEST_REFUSED", reason, r -> r.refuse(reason, now()));
  }

  /** Is told of every open one of which some clock runs out before then. */
  public void eachDueBefore(Instant time, Consumer<PrivacyRequest> use) {
    var part = requests.dueBefore(time, Optional.empty(), PART);
    while (!part.isEmpty()) {
      part.forEach(use);
      part = requests.dueBefore(time, Optional.of(part.getLast()), PART);
    }
  }

  private PrivacyRequest change(
      Act act, String what, String why, UnaryOperator<PrivacyRequest> change) {
    return store(act, what, why, change.apply(seen(act)));
  }

  private PrivacyRequest store(Act act, String what, String why, PrivacyRequest next) {
    requests.replace(next, entry(what, act.actor(), why));
    return next;
  }

  private PrivacyRequest seen(Act act) {
    var request = get(act.name());
    if (request.revision() != act.seen()) {
      throw Stale.named(act.name().toString());
    }
    return request;
  }

  private AuditEntry entry(String act, Actor actor, String reason) {
    return new AuditEntry(now(), actor.subject(), act, List.of("state"), reason);
  }
}
