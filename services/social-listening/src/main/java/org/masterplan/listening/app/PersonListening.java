package org.masterplan.listening.app;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.listening.domain.Feedback;
import org.masterplan.listening.domain.Handles;
import org.masterplan.listening.domain.Idea;
import org.masterplan.listening.domain.Mention;
import org.masterplan.listening.domain.Talk;

/** What is held about a person: what they said, wished, voted for and asked. */
public final class PersonListening {
  private static final Instant UNKNOWN = Instant.EPOCH;

  private final Resources<Mention> mentions;
  private final Resources<Idea> ideas;
  private final Resources<Talk> threads;
  private final Resources<Feedback> feedback;
  private final Votes votes;
  private final Clock clock;

  /** Where it is kept. */
  public record Stores(
      Resources<Mention> mentions,
      Resources<Idea> ideas,
      Resources<Talk> threads,
      Resources<Feedback> feedback,
      Votes votes) {}

  /** One thing that is held. */
  public record Item(String resource, String kind, Map<String, String> values, Instant since) {}

  public PersonListening(Stores stores, Clock clock) {
    this.mentions = stores.mentions();
    this.ideas = stores.ideas();
    this.threads = stores.threads();
    this.feedback = stores.feedback();
    this.votes = stores.votes();
    this.clock = clock;
  }

  /** Everything held under these keys, oldest first. */
  public List<Item> find(List<String> persons) {
    var items = new ArrayList<Item>();
    for (var person : persons.stream().map(Handles::person).toList()) {
      mentions.byAuthor(person).forEach(m -> items.add(item(m)));
      ideas.byAuthor(person).forEach(i -> items.add(item(i)));
      threads.byAuthor(person).forEach(t -> items.add(item(t)));
      for (var each : feedback.byAuthor(person)) {
        if (items.stream().noneMatch(i -> i.resource().equals(each.name()))) {
          items.add(item(each));
        }
      }
      for (var voter : voters(person)) {
        votes.of(voter).forEach(i -> items.add(new Item("ideas/" + i, "vote", Map.of(), UNKNOWN)));
      }
    }
    items.sort(Comparator.comparing(Item::since));
    return items;
  }

  /**
   * Forgets who it was; what was said stays, and so do cases. Votes are withdrawn.
   *
   * @param others {@code platform:handle} of those that are somebody else's: by a handle alone they
   *     are not meant
   */
  public long erase(List<String> persons, List<String> others) {
    var theirs = others.stream().map(Handles::person).collect(Collectors.toSet());
    long erased = 0;
    for (var person : persons.stream().map(Handles::person).toList()) {
      var besides = Handles.isAnywhere(person) ? theirs : Set.<String>of();
      for (var mention : mentions.byAuthor(person)) {
        if (!besides.contains(mention.authorKey())) {
          mentions.replace(mention.byNobody(), entry("AUTHOR_ERASED"));
          erased++;
        }
      }
      for (var each : feedback.byAuthor(person)) {
        if (!besides.contains(each.author().handle())) {
          feedback.replace(each.by(Feedback.Author.NOBODY), entry("AUTHOR_ERASED"));
          erased++;
        }
      }
      erased += refile(person, new Refiling("", "AUTHOR_ERASED", besides));
      for (var voter : voters(person)) {
        erased += besides.contains(voter) ? 0 : withdraw(voter);
      }
    }
    return erased;
  }

  private long withdraw(String voter) {
    return votes.of(voter).stream().filter(idea -> votes.withdraw(idea, voter)).count();
  }

  /** Under whom what a person wrote is filed from now on; not what these wrote. */
  private record Refiling(String to, String act, Set<String> besides) {}

  private List<String> voters(String person) {
    return Handles.isAnywhere(person) ? votes.voters(person) : List.of(person);
  }

  /** Re-files what stands under one profile under another; a repeat moves nothing. */
  public long move(String from, String to) {
    long moved = refile(from, new Refiling(to, "AUTHOR_MOVED", Set.of()));
    for (var each : feedback.byAuthor(from)) {
      feedback.replace(each.movedTo(to), entry("AUTHOR_MOVED"));
      moved++;
    }
    for (var idea : votes.of(from)) {
      votes.cast(idea, to);
      votes.withdraw(idea, from);
      moved++;
    }
    return moved;
  }

  /** Re-files what those handles said, that were parted from one profile, under another. */
  public long part(String from, String to, List<String> handles) {
    var parted = handles.stream().map(Handles::person).toList();
    long moved = 0;
    for (var each : feedback.byAuthor(from)) {
      if (parted.stream().anyMatch(handle -> Handles.isOf(handle, each.author().handle()))) {
        feedback.replace(each.movedTo(to), entry("AUTHOR_MOVED"));
        moved++;
      }
    }
    return moved;
  }

  private long refile(String from, Refiling how) {
    long count = 0;
    for (var idea : ideas.byAuthor(from)) {
      if (!how.besides().contains(idea.author())) {
        ideas.replace(idea.by(how.to()), entry(how.act()));
        count++;
      }
    }
    for (var thread : threads.byAuthor(from)) {
      if (!how.besides().contains(thread.author())) {
        threads.replace(thread.by(how.to()), entry(how.act()));
        count++;
      }
    }
    return count;
  }

  private AuditEntry entry(String act) {
    return new AuditEntry(clock.instant(), "service:social-listening", act, List.of("author"), "");
  }

  private static Item item(Mention m) {
    var said = m.said();
    var values = Map.of("text", said.text(), "platform", said.platform(), "link", said.link());
    return new Item(m.name(), "mention", values, said.time());
  }

  private static Item item(Idea i) {
    return new Item(i.name(), "idea", Map.of("title", i.title(), "text", i.text()), i.posted());
  }

  private static Item item(Feedback f) {
    var said = f.said();
    var values = Map.of("type", said.type().name(), "text", said.text());
    return new Item(f.name(), "feedback", values, said.time());
  }

  private static Item item(Talk t) {
    return new Item(t.name(), "thread", Map.of("title", t.title(), "link", t.link()), t.opened());
  }
}
