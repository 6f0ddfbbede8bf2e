package org.masterplan.profiles.review.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.identity.domain.Said;

/**
 * Two records about which people are asked. Immutable: every change is a new revision.
 *
 * @param wanted how many stewards are asked, 1 or 2: of two the second does not see the first's
 *     word
 * @param opinions what they said, oldest first; a third one, of somebody else or of one of them who
 *     thinks otherwise by now, settles what two disagree about
 * @param carried what the journal is told, from the word on that decides
 * @param taken what the journal is to take back: a word that was undone
 * @param passed it is not worth a look any more; only where nobody said anything
 */
public record Review(
    Pair pair,
    Finding finding,
    int wanted,
    List<Opinion> opinions,
    Optional<Carried> carried,
    Optional<TakeBack> taken,
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

  /**
   * A word that the journal is to take back.
   *
   * @param word what it was told
   * @param before what people had said of the two until then, and counts again
   * @param actor who takes it back
   */
  public record TakeBack(Said word, Said before, String actor) {}

  public Review {
    opinions = List.copyOf(opinions);
  }

  /** One that was just found. */
  public static Review found(Pair pair, Finding finding, int wanted, Instant now) {
    return new Review(
        pair, finding, wanted, List.of(), Optional.empty(), Optional.empty(), false, now, 1);
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

  /** Whether the journal is still to be told, be it of a word or that one is taken back. */
  public boolean owed() {
    return taken.isPresent() || state() == State.DECIDED && carried.filter(Carried::told).isEmpty();
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
    if (state() == State.DISPUTED && opinions.stream().anyMatch(opinion::repeats)) {
      throw new WrongState("REVIEW_OWN_AGAIN", Map.of("name", name()));
    }
    var more = new ArrayList<>(opinions);
    more.add(opinion);
    return said(more);
  }

  /** Without the last word; half of a pair of words is taken back by its steward alone. */
  public Review unsay(String actor) {
    if (opinions.isEmpty()) {
      throw new WrongState("REVIEW_UNSAID", Map.of("name", name()));
    }
    if (state() == State.SECOND_WANTED && !opinions.getFirst().actor().equals(actor)) {
      throw new NotAllowed("REVIEW_UNDO_OWN", Map.of("name", name()));
    }
    return said(opinions.subList(0, opinions.size() - 1));
  }

  /** The same revision, which owes the journal a word: until now that was said of the two. */
  public Review owing(Said before) {
    return telling(Optional.of(Carried.due(before)), Optional.empty(), revision);
  }

  /** The same revision, which owes the journal that a word is taken back. */
  public Review owing(TakeBack word) {
    return telling(Optional.empty(), Optional.of(word), revision);
  }

  /** The journal was told. */
  public Review carried(Carried told) {
    return telling(Optional.of(told), Optional.empty(), revision + 1);
  }

  /** The journal was told that a word is taken back. */
  public Review takenBack() {
    return telling(carried, Optional.empty(), revision + 1);
  }

  /** Found again, perhaps for another reason. */
  public Review foundAgain(Finding now) {
    return new Review(pair, now, wanted, opinions, carried, taken, false, foundAt, revision + 1);
  }

  /** Not found any more. */
  public Review pass() {
    return new Review(pair, finding, wanted, opinions, carried, taken, true, foundAt, revision + 1);
  }

  private Review said(List<Opinion> all) {
    return new Review(
        pair,
        finding,
        wanted,
        all,
        Optional.empty(),
        Optional.empty(),
        false,
        foundAt,
        revision + 1);
  }

  private Review telling(Optional<Carried> told, Optional<TakeBack> back, long as) {
    return new Review(pair, finding, wanted, opinions, told, back, passed, foundAt, as);
  }
}
