package org.masterplan.governance.message.app;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.masterplan.governance.contact.app.Ledger;
import org.masterplan.governance.contact.app.Reservations;
import org.masterplan.governance.contact.domain.Person;
import org.masterplan.governance.contact.domain.Reservation;
import org.masterplan.governance.message.domain.Message;
import org.masterplan.governance.message.domain.Reach;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.WrongState;

/**
 * Reserves, confirms or gives back a message's contacts, whatever its state asks for. Every step is
 * idempotent (a reservation's id is made of message and reader), so that interrupted work is simply
 * done again.
 */
public final class Contacting {
  private static final int HANDFUL = 500;

  private final Messages messages;
  private final Reaches reaches;
  private final Checking.World world;
  private final Readers readers;
  private final Ledger ledger;
  private final Reservations reservations;
  private final Clock clock;

  /** Where messages and the figures of their contacts are kept. */
  public record Plan(Messages messages, Reaches reaches) {}

  public Contacting(
      Plan plan, Checking.World world, Ledger ledger, Reservations reservations, Clock clock) {
    this.messages = plan.messages();
    this.reaches = plan.reaches();
    this.world = world;
    this.readers = new Readers(world.consents());
    this.ledger = ledger;
    this.reservations = reservations;
    this.clock = clock;
  }

  /** The message whose contacts these are; throws if there is none. */
  public Message message(String name) {
    return messages.find(name).map(Versioned::message).orElseThrow(() -> NotFound.named(name));
  }

  /** Does what is left to do for the message. */
  public void work(String name) {
    work(name, _ -> {});
  }

  /** The same, telling after each handful of people how many are done. */
  public void work(String name, LongConsumer progress) {
    var message = messages.find(name).map(Versioned::message);
    var reach = reaches.find(List.of(name)).get(name);
    if (message.isEmpty() || reach == null || reach.done()) {
      return;
    }
    var done =
        switch (message.get().state()) {
          case SCHEDULED -> reserve(message.get(), reach, progress);
          case RELEASED -> confirm(message.get(), reach, progress);
          case CANCELLED -> giveBack(message.get(), reach, progress);
          case DRAFT, PROPOSED, APPROVED -> reach;
        };
    reaches.save(done);
  }

  private Reach reserve(Message message, Reach reach, LongConsumer progress) {
    var head = world.snapshots().head(message.name());
    var people = head.map(world.snapshots()::people).orElseGet(List::of);
    var closed = world.purposes().closedToPromotion(message.content().audience().communities());
    var granted = new int[1];
    var done = new long[1];
    readers.each(
        people,
        handful -> {
          granted[0] += reserved(message, handful, closed);
          progress.accept(done[0] += handful.size());
        });
    return reach.reserved(granted[0], people.size() - granted[0], clock.instant());
  }

  private int reserved(Message message, List<Person> handful, Set<String> closed) {
    var planned = message.content().plannedTime();
    var time = planned == null ? clock.instant() : planned;
    return (int)
        handful.stream()
            .map(p -> ledger.reserve(Readers.ask(message, p, closed, time), p))
            .filter(d -> d.granted())
            .count();
  }

  private Reach confirm(Message message, Reach reach, LongConsumer progress) {
    int confirmed = 0;
    long done = 0;
    for (var held = page(message, ""); !held.isEmpty(); held = page(message, last(held))) {
      confirmed += (int) held.stream().filter(this::confirmed).count();
      progress.accept(done += held.size());
    }
    return reach.released(confirmed, clock.instant());
  }

  private boolean confirmed(Reservation held) {
    return switch (held.state()) {
      case CONFIRMED -> true;
      case GRANTED -> tookPlace(held);
      case PENDING, REFUSED, HELD_OUT, RELEASED, WITHDRAWN -> false;
    };
  }

  private boolean tookPlace(Reservation held) {
    try {
      ledger.confirm(held.id());
      return true;
    } catch (WrongState _) {
      // Withdrawn or no longer allowed since it was reserved: this reader gets no message.
      return false;
    }
  }

  private Reach giveBack(Message message, Reach reach, LongConsumer progress) {
    long done = 0;
    for (var held = page(message, ""); !held.isEmpty(); held = page(message, last(held))) {
      held.stream()
          .filter(r -> r.state() == Reservation.State.GRANTED)
          .forEach(r -> ledger.release(r.id()));
      progress.accept(done += held.size());
    }
    return reach.givenBack(clock.instant());
  }

  private List<Reservation> page(Message message, String after) {
    return reservations.ofMessage(message.name(), after, HANDFUL);
  }

  private static String last(List<Reservation> page) {
    return page.getLast().id();
  }
}
