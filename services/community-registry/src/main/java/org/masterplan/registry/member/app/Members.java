package org.masterplan.registry.member.app;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.registry.member.domain.Member;

/**
 * Where members are kept, by full name. Every implementation passes {@code MembersContract}. Every
 * write may be repeated without harm.
 */
public interface Members {
  /** The members of those names, by name; those that are not there are left out. */
  Map<String, Member> find(Collection<String> names);

  /**
   * Stores what lists said, at most 1,000. A profile that is stored already stays where the member
   * given is not known.
   */
  void put(List<Member> members);

  /** One page of a list, with the meaning of {@code kernel.query.Queryable}. */
  Slice<Member> page(Query query);

  /** Members of a community who take part, by name, after that name; at most {@code limit}. */
  List<Member> joined(String community, String after, int limit);

  /** Members of a community who wait for a place, the longest waiting first. */
  List<Member> waiting(String community, int limit);

  /** Members, in all communities, who are one of these profiles, oldest first. */
  List<Member> ofProfiles(Collection<String> profiles);

  /** Members, in all communities, who are known by one of {@code Keys.tokens()}. */
  List<Member> ofTokens(Collection<String> tokens);

  /** Members, in all communities, who go by one of these handles on any platform. */
  List<Member> ofHandles(Collection<String> handles);

  /** Members nobody is known for, by name, after that name; at most {@code limit}. */
  List<Member> unknown(String after, int limit);

  /** Sets who each of the named members is; empty: nobody is known for them any more. */
  void recognise(Map<String, String> profilesByName);

  /**
   * Re-files the named members from one profile to another, unless a decision with that number or a
   * later one did so already; how many were moved.
   */
  long move(Collection<String> names, Move move);

  /** Forgets the named members; how many were there. */
  long erase(Collection<String> names);

  /** Counts a community's members again. */
  void recount(String community);

  /** The counts of these communities; of all that have any, if none is given. */
  List<Count> counts(Collection<String> communities);

  /** From whom to whom, and the number of the decision. */
  record Move(String from, String to, long journal) {}

  /**
   * How many take part.
   *
   * @param listed members who take part
   * @param known those of them whose profile is known
   */
  record Count(String community, long listed, long known) {}
}
