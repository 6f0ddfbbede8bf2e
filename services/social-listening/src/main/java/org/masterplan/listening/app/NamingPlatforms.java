package org.masterplan.listening.app;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.text.PlatformWord;
import org.masterplan.listening.domain.ComplaintCase;
import org.masterplan.listening.domain.Feedback;
import org.masterplan.listening.domain.Handles;
import org.masterplan.listening.domain.Idea;
import org.masterplan.listening.domain.Mention;
import org.masterplan.listening.domain.Resource;
import org.masterplan.listening.domain.Sayings;
import org.masterplan.listening.domain.Talk;

/**
 * Calls platforms by the plan's words in what was stored while each was called as it was written:
 * lists and people's requests ask by those words alone. Done again it changes nothing.
 */
public final class NamingPlatforms {
  private static final int AT_ONCE = 500;

  private final Stores stores;
  private final Clock clock;

  /** Where platforms are named. */
  public record Stores(
      Resources<Mention> mentions,
      Resources<ComplaintCase> cases,
      Resources<Idea> ideas,
      Resources<Talk> threads,
      Resources<Feedback> feedback,
      Votes votes,
      Claims claims) {}

  public NamingPlatforms(Stores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  /** Goes through everything. */
  public void run() {
    each(stores.mentions(), this::named);
    each(stores.cases(), NamingPlatforms::named);
    each(stores.ideas(), idea -> person(idea.author()).map(idea::by));
    each(stores.threads(), talk -> person(talk.author()).map(talk::by));
    each(stores.feedback(), NamingPlatforms::named);
    stores.votes().each(this::named);
  }

  private <T extends Resource> void each(Resources<T> all, Function<T, Optional<T>> naming) {
    for (var token = Optional.of(""); token.isPresent(); ) {
      var step = all.changes(token.get(), AT_ONCE);
      step.items()
          .forEach(item -> naming.apply(item).ifPresent(next -> all.replace(next, entry())));
      token = step.more() ? Optional.of(step.token()) : Optional.empty();
    }
  }

  /** Whoever says the same again is known by the new name, too. */
  private Optional<Mention> named(Mention mention) {
    var named = platform(mention.said().platform()).map(mention::on);
    named
        .filter(first -> first.duplicateOf().isEmpty())
        .ifPresent(first -> stores.claims().first(Map.of(Sayings.key(first.said()), first.id())));
    return named;
  }

  private static Optional<ComplaintCase> named(ComplaintCase complaint) {
    return platform(complaint.platform()).map(complaint::on);
  }

  private static Optional<Feedback> named(Feedback feedback) {
    return person(feedback.author().handle()).map(feedback::byHandle);
  }

  private void named(String idea, String voter) {
    person(voter)
        .ifPresent(
            name -> {
              stores.votes().cast(idea, name);
              stores.votes().withdraw(idea, voter);
            });
  }

  /** The plan's word, if it is another. */
  private static Optional<String> platform(String written) {
    return Optional.of(PlatformWord.of(written)).filter(word -> !word.equals(written));
  }

  /** The key by which the person is asked for, if it is another. */
  private static Optional<String> person(String key) {
    return Optional.of(Handles.person(key)).filter(name -> !name.equals(key));
  }

  private AuditEntry entry() {
    var fields = List.of("platform", "author");
    return new AuditEntry(
        clock.instant(), "service:social-listening", "PLATFORM_NAMED", fields, "");
  }
}
