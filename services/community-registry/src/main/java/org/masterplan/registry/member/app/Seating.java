package org.masterplan.registry.member.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.Purpose;
import org.masterplan.registry.member.domain.Member;
import org.masterplan.registry.member.domain.Participation;

/** Who of a community's members has a place. */
public final class Seating {
  /** An insight community is small, or its members do not speak (capability 43). */
  public static final int INSIGHT_PLACES = 400;

  private static final int PAGE = 1000;

  private final Members members;
  private final Seats seats;

  public Seating(Members members, Seats seats) {
    this.members = members;
    this.seats = seats;
  }

  /** Opens the count of a community that has one. */
  void open(Community community) {
    if (isCapped(community)) {
      var name = community.name().toString();
      seats.open(name, () -> holders(name));
    }
  }

  /** The member as they may take part; {@code before} is how they did until now, if at all. */
  Member seat(Community community, Member member, boolean tookPart) {
    if (member.state() == Participation.LEFT) {
      leave(community, member);
      return member;
    }
    if (!isCapped(community) || tookPart) {
      return member.in(Participation.JOINED);
    }
    var has = seats.take(member.community(), member.name().toString(), INSIGHT_PLACES);
    return member.in(has ? Participation.JOINED : Participation.WAITING);
  }

  /** Gives free places to those who wait longest. */
  void fill(Community community) {
    var name = community.name().toString();
    while (true) {
      var waiting = members.waiting(name, PAGE);
      var seated = new ArrayList<Member>();
      for (var member : waiting) {
        var next = seat(community, member, false);
        if (next.state() == Participation.WAITING) {
          break;
        }
        seated.add(next);
      }
      members.put(seated);
      if (seated.size() < PAGE) {
        return;
      }
    }
  }

  /** Gives back the place of somebody who is no member any more. */
  void leave(Community community, Member member) {
    if (isCapped(community)) {
      seats.release(member.community(), member.name().toString());
    }
  }

  private static boolean isCapped(Community community) {
    return community.intent().purpose().filter(p -> p == Purpose.INSIGHT).isPresent();
  }

  private Collection<String> holders(String community) {
    var names = new ArrayList<String>();
    List<Member> page;
    do {
      page = members.joined(community, names.isEmpty() ? "" : names.getLast(), PAGE);
      page.forEach(m -> names.add(m.name().toString()));
    } while (page.size() == PAGE);
    return names;
  }
}
