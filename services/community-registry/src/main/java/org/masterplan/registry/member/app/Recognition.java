package org.masterplan.registry.member.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.masterplan.registry.member.app.People.Change;
import org.masterplan.registry.member.domain.Member;

/** Keeps who members are in step with customer profiles. Everything here may be repeated. */
public final class Recognition {
  private static final int PAGE = 1000;

  private final Members members;
  private final People people;
  private final AtomicLong changed = new AtomicLong(1);
  private volatile long revisited;

  public Recognition(Members members, People people) {
    this.members = members;
    this.people = people;
  }

  /** Whether profiles changed since those who are not known were asked about last. */
  public boolean isDue() {
    return changed.get() != revisited;
  }

  /** Asks again about everybody who is not known; how many are now. Throws {@code Unavailable}. */
  public long revisit() {
    long upTo = changed.get();
    long found = 0;
    var after = "";
    List<Member> page;
    do {
      page = members.unknown(after, PAGE);
      found += ask(page, Map.of());
      after = page.isEmpty() ? after : page.getLast().name().toString();
    } while (page.size() == PAGE);
    revisited = upTo;
    return found;
  }

  /**
   * A merge moves the members of the profile that went away; whoever else is touched is asked about
   * again, because a split does not say whose members they are. Throws {@code Unavailable}.
   */
  public void apply(List<Change> changes) {
    changed.incrementAndGet();
    var fallback = new HashMap<String, String>();
    for (var change : changes) {
      fallback.put(change.profile(), fallback(change));
    }
    var touched = members.ofProfiles(fallback.keySet());
    for (int i = 0; i < touched.size(); i += PAGE) {
      ask(touched.subList(i, Math.min(touched.size(), i + PAGE)), fallback);
    }
  }

  private static String fallback(Change change) {
    if (!change.movedTo().isEmpty()) {
      return change.movedTo();
    }
    return change.gone() ? "" : change.profile();
  }

  private long ask(List<Member> asked, Map<String, String> fallback) {
    if (asked.isEmpty()) {
      return 0;
    }
    var answers = people.resolve(asked.stream().map(Member::keys).toList());
    var changed = new HashMap<String, String>();
    var communities = new HashSet<String>();
    for (int i = 0; i < asked.size(); i++) {
      var member = asked.get(i);
      var otherwise = fallback.getOrDefault(member.profile(), member.profile());
      var profile = answers.get(i).isEmpty() ? otherwise : answers.get(i);
      if (!profile.equals(member.profile())) {
        changed.put(member.name().toString(), profile);
        communities.add(member.community());
      }
    }
    members.recognise(changed);
    new ArrayList<>(communities).forEach(members::recount);
    return changed.size();
  }
}
