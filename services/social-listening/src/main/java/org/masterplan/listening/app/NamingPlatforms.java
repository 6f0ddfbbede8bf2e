package org.masterplan.listening.app;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.Stale;
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

  /** Goes through everything until nothing is left, also of what was stored meanwhile. */
  public void run() {
    boolean changed = true;
    while (changed) {
      changed = each(stores.mentions(), this::named);
      changed |= each(stores.cases(), NamingPlatforms::named);
      changed |= each(stores.ideas(), idea -> person(idea.author()).map(idea::by));
      changed |= each(stores.threads(), talk -> person(talk.author()).map(talk::by));
      changed |= each(stores.feedback(), NamingPlatforms::named);
      changed |= votes();
    }
  }

  /** Whether any was called by another word. */
  private <T extends Resource> boolean each(Resources<T> all, Function<T, Optional<T>> naming) {
    boolean changed = false;
    for (var token = Optional.of(""); token.isPresent(); ) {
      var step = all.changes(token.get(), AT_ONCE);
      for (var item : step.items()) {
        changed |= name(item, all, naming);
      }
      token = step.more() ? Optional.of(step.token()) : Optional.empty();
    }
    return changed;
  }

  /** What another instance changed after it was read is read again: both changes stay. */
  private <T extends Resource> boolean name(
      T read, Resources<T> all, Function<T, Optional<T>> naming) {
    var next = naming.apply(read);
    while (next.isPresent()) {
      try {
        all.replace(next.get(), entry());
        return true;
      } catch (Stale _) {
        next = all.find(read.id()).flatMap(naming);
      }
    }
    return false;
  }

  /** Whoever says the same again is known by the new name, too; nobody is not one person. */
  private Optional<Mention> named(Mention mention) {
    var named = platform(mention.said().platform()).map(mention::on);
    named
        .filter(first -> first.duplicateOf().isEmpty() && !first.said().author().isEmpty())
        .ifPresent(first -> stores.claims().first(Map.of(Sayings.key(first.said()), first.id())));
    return named;
  }

  private static Optional<ComplaintCase> named(ComplaintCase complaint) {
    return platform(complaint.platform()).map(complaint::on);
  }

  private static Optional<Feedback> named(Feedback feedback) {
    return person(feedback.author().handle()).map(feedback::byHandle);
  }

  private boolean votes() {
    var changed = new AtomicBoolean();
    stores
        .votes()
        .each(
            (idea, voter) ->
                person(voter)
                    .ifPresent(
                        name -> {
                          recast(idea, voter, name);
                          changed.set(true);
                        }));
    return changed.get();
  }

  /**
   * Cast first, so that no vote is lost if the process ends in between; and taken back if the old
   * one was withdrawn after it was read, so that nobody who was forgotten votes again.
   */
  private void recast(String idea, String voter, String name) {
    boolean fresh = stores.votes().cast(idea, name);
    boolean stood = stores.votes().withdraw(idea, voter);
    if (fresh && !stood) {
      stores.votes().withdraw(idea, name);
    }
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
