package org.masterplan.profiles.review.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.identity.domain.Said;

/**
 * Two records about which people are asked. Immutable: every change is a new revision.
 *
 * @param wanted how many stewards are asked, 1 or 2: of two the second does not see the first's
 *     word
 * @param opinions what they said, oldest first; a third one settles what two disagree about
 * @param carried what the journal is told, from the word on that decides
 * @param passed it is not worth a look any more; only where nobody said anything
 */
public record Review(
    Pair pair,
    Finding finding,
    int wanted,
    List<Opinion> opinions,
    Optional<Carried> carried,
    boolean passed,
    Instant foundAt,
    long revision) {

  /** Where it stands. */
  public enum State {
    OPEN,
    SECOND_WANTED,
    DISPUTED,
    DECIDED,
    PASSED
  }

  /**
   * What the journal was told, or is to be told.
   *
   * @param journal the decision's number; 0 where there was nothing to tell, {@link #UNTOLD} as
   *     long as nobody knows that it was told
   * @param before what people had said of the two until then
   */
  public record Carried(long journal, Said before) {
    static final long UNTOLD = -1;

    /** To be told, where people have said that until now. */
    static Carried due(Said before) {
      return new Carried(UNTOLD, before);
    }

    /** Whether the journal was told, as far as anybody knows. */
    public boolean told() {
      return journal != UNTOLD;
    }
  }

  public Review {
    opinions = List.copyOf(opinions);
  }

  /** One that was just found. */
  public static Review found(Pair pair, Finding finding, int wanted, Instant now) {
    return new Review(pair, finding, wanted, List.of(), Optional.empty(), false, now, 1);
  }

  /** {@code reviews/{review}}. */
  public String name() {
    return "reviews/" + pair.id();
  }

  /** Where it stands: what was said decides. */
  public State state() {
    if (opinions.isEmpty()) {
      return passed ? State.PASSED : State.OPEN;
    }
    if (opinions.size() < wanted) {
      return State.SECOND_WANTED;
    }
    return opinions.size() == 2 && wanted == 2 && !agreed() ? State.DISPUTED : State.DECIDED;
  }

  /** The word that counts, once it is decided. */
  public Optional<Verdict> outcome() {
    return state() == State.DECIDED ? Optional.of(opinions.getLast().verdict()) : Optional.empty();
  }

  /** Whether two stewards said something without knowing of each other. */
  public boolean judgedTwice() {
    return wanted == 2 && opinions.size() >= 2;
  }

  /** Whether the first two words are the same. */
  public boolean agreed() {
    return opinions.size() >= 2 && opinions.get(0).verdict() == opinions.get(1).verdict();
  }

  /** Whether the journal is still to be told. */
  public boolean owed() {
    return state() == State.DECIDED && carried.filter(Carried::told).isEmpty();
  }

  /** What that reader may know of what was said: half of a pair of words is its steward's alone. */
  public List<Opinion> opinionsFor(String reader) {
    return state() == State.SECOND_WANTED
        ? opinions.stream().filter(opinion -> opinion.actor().equals(reader)).toList()
        : opinions;
  }

  /** When the last word was said. */
  public Optional<Instant> decidedAt() {
    return opinions.isEmpty() ? Optional.empty() : Optional.of(opinions.getLast().at());
  }

  /** One more word. */
  public Review say(Opinion opinion) {
    if (state() == State.DECIDED || state() == State.PASSED) {
      throw new WrongState("REVIEW_STATE", Map.of("name", name(), "state", state().name()));
    }
    boolean second = state() == State.SECOND_WANTED;
    if (second && opinions.getFirst().actor().equals(opinion.actor())) {
      throw new WrongState("REVIEW_OWN", Map.of("name", name()));
    }
    var more = new ArrayList<>(opinions);
    more.add(opinion);
    return next(finding, more, Optional.empty(), false);
  }

  /** Without the last word. */
  public Review unsay() {
    if (opinions.isEmpty()) {
      throw new WrongState("REVIEW_UNSAID", Map.of("name", name()));
    }
    return next(finding, opinions.subList(0, opinions.size() - 1), Optional.empty(), false);
  }

  /** The same revision, which owes the journal a word: until now that was said of the two. */
  public Review owing(Said before) {
    var due = Optional.of(Carried.due(before));
    return new Review(pair, finding, wanted, opinions, due, passed, foundAt, revision);
  }

  /** The journal was told. */
  public Review carried(Carried told) {
    return next(finding, opinions, Optional.of(told), false);
  }

  /** Found again, perhaps for another reason. */
  public Review foundAgain(Finding now) {
    return next(now, opinions, carried, false);
  }

  /** Not found any more. */
  public Review pass() {
    return next(finding, opinions, carried, true);
  }

  private Review next(Finding known, List<Opinion> said, Optional<Carried> told, boolean over) {
    return new Review(pair, known, wanted, said, told, over, foundAt, revision + 1);
  }
}
