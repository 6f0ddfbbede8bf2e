package org.masterplan.profiles.identity.app;

import java.util.List;
import java.util.Optional;
import org.masterplan.profiles.identity.domain.Constraints;
import org.masterplan.profiles.identity.domain.LongSet;

/**
 * The matching engine: holds an index of every record in memory, finds who may be linked with whom
 * and groups them. Called by one thread at a time. Its answers depend on what was put and said, not
 * on the order. Every implementation passes {@code MatchingContract}.
 */
public interface Matching {
  /** What links records, for people: UPPER_SNAKE, for example {@code EXACT_KEYS}. */
  String method();

  /**
   * Takes records in, or their new content. Answers every record whose links this may have changed,
   * the given ones included.
   */
  LongSet put(List<Features> records);

  /**
   * As {@link #put}, of records that were decided about before the start or by another instance:
   * nobody asks what this changes.
   */
  default void admit(List<Features> records) {
    put(records);
  }

  /** Whether another instance has learned something newer, which {@link #newer} would take up. */
  default boolean behind() {
    return false;
  }

  /** What another instance has learned since, to match by; empty if it has learned nothing. */
  default Optional<Successor> newer() {
    return Optional.empty();
  }

  /** What is due to be learned; empty if nothing is, or while another successor is made ready. */
  default Optional<Successor> successor() {
    return Optional.empty();
  }

  /** That model, to match by; empty while another successor is made ready. */
  default Optional<Successor> successor(KeptModel model) {
    return Optional.empty();
  }

  /** What a successor found out beforehand is not asked for any more. */
  default void settled() {}

  /** The number of what was learned that answers now; 0 where nothing was. */
  default long model() {
    return 0;
  }

  /**
   * Every record, if they were last all grouped by an older model than {@link #model} and that was
   * learned of few enough to group everybody by one decision; otherwise none.
   */
  default LongSet outdated(long groupedBy) {
    return LongSet.of();
  }

  /** Forgets records. Answers every record that is left and whose links this may have changed. */
  LongSet remove(LongSet records);

  /** The given records and all that are linked to them, directly or over others. */
  LongSet reach(LongSet records);

  /**
   * Cuts the records into groups, each one person: every record in exactly one group. {@code
   * constraints} are kept, unless {@link Constraints} together and a veto of the engine's own (two
   * valid national ids) contradict each other: then the veto wins.
   */
  List<LongSet> group(LongSet records, Constraints constraints);

  /** What links the two, if anything does. */
  Optional<Link> link(Features left, Features right);

  /** What speaks for and against the two, linked or not; empty where nothing is weighed. */
  default Optional<Link> weigh(Features left, Features right) {
    return link(left, right);
  }

  /**
   * Pairs of these records with any others whose belief lies between the two bounds, each once or
   * twice; none where nothing is believed.
   */
  default List<Doubt> doubts(LongSet some, double least, double most) {
    return List.of();
  }
}
