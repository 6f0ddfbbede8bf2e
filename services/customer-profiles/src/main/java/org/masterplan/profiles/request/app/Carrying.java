package org.masterplan.profiles.request.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.privacy.app.PrivacyDesk;
import org.masterplan.profiles.privacy.domain.Erasure;
import org.masterplan.profiles.request.domain.PrivacyRequest;

/** Carries requests out by the desk for privacy and the ledger of consent. */
public final class Carrying implements Fulfilment {
  private final PrivacyDesk desk;
  private final ConsentLedger ledger;
  private final Function<Erasure, String> runner;

  /** {@code runner} starts the operation of an erasure and answers its name. */
  public Carrying(PrivacyDesk desk, ConsentLedger ledger, Function<Erasure, String> runner) {
    this.desk = desk;
    this.ledger = ledger;
    this.runner = runner;
  }

  @Override
  public String carryOut(PrivacyRequest request, String actor) {
    return switch (request.wish().kind()) {
      case ERASURE -> unlessForgotten(() -> runner.apply(erasure(request, actor)));
      case WITHDRAWAL, OBJECTION ->
          unlessForgotten(
              () -> {
                withdraw(request, actor);
                return "";
              });
      // The package is handed over, and what is wrong set right, on the person's own page.
      case ACCESS, CORRECTION -> "";
    };
  }

  /** Another request of the same person may have come first: then nothing is left to do. */
  private static String unlessForgotten(Supplier<String> work) {
    try {
      return work.get();
    } catch (NotFound _) {
      return "";
    }
  }

  @Override
  public boolean isBegun(PrivacyRequest request) {
    return desk.find(id(request)).isPresent();
  }

  @Override
  public List<String> waiting(PrivacyRequest request) {
    return desk.find(id(request)).map(Erasure::waiting).orElse(List.of());
  }

  /** A call that broke off has left it: the person may not be found a second time. */
  private Erasure erasure(PrivacyRequest request, String actor) {
    var wish = new PrivacyDesk.Wish(request.wish().profile(), request.name().toString(), actor);
    return desk.find(id(request)).orElseGet(() -> desk.erase(id(request), wish));
  }

  private void withdraw(PrivacyRequest request, String actor) {
    var wish = request.wish();
    ledger.say(
        wish.profile(),
        new ConsentLedger.Word(
            orAll(wish.purpose()),
            orAll(wish.channel()),
            Consent.State.WITHDRAWN,
            Optional.of(wish.receivedAt()),
            request.name().toString(),
            actor));
  }

  private static String orAll(String word) {
    return word.isEmpty() ? Consent.ALL : word;
  }

  private static String id(PrivacyRequest request) {
    return "erase-" + request.name().id();
  }
}
