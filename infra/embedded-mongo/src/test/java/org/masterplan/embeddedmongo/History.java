package org.masterplan.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * The states a collection goes through while one thread writes. Who reads beside it must see one of
 * the states from the last acknowledged when asking to the last begun when answered.
 */
final class History {
  private record State(ModelCollection model, boolean inSteps) {}

  private final List<State> states =
      new ArrayList<>(List.of(new State(new ModelCollection(), false)));
  private int acknowledged;

  /** Notes the write that begins now and answers what it must answer. */
  <T> T begin(Function<ModelCollection, T> write) {
    return begin(write, false);
  }

  /** The same for a write of many documents, which are seen one after the other. */
  <T> T beginMany(Function<ModelCollection, T> write) {
    return begin(write, true);
  }

  private <T> T begin(Function<ModelCollection, T> write, boolean inSteps) {
    ModelCollection next = now().copy();
    T answer = write.apply(next);
    synchronized (this) {
      states.add(new State(next, inSteps));
    }
    return answer;
  }

  /** The write that began last is acknowledged. */
  synchronized void done() {
    acknowledged = states.size() - 1;
  }

  synchronized ModelCollection now() {
    return states.getLast().model;
  }

  synchronized int acknowledged() {
    return acknowledged;
  }

  private synchronized List<State> since(int first) {
    return new ArrayList<>(states.subList(first, states.size()));
  }

  /** Judges an answer to a question that was asked when {@code first} was acknowledged. */
  void verify(Question question, List<Document> found, int first) {
    List<State> possible = since(first);
    if (possible.stream().anyMatch(each -> question.answer(each.model).equals(found))) {
      return;
    }
    boolean inSteps = possible.stream().skip(1).anyMatch(State::inSteps);
    assertThat(inSteps)
        .as("%s answered %s, which none of %d states holds", question, found, possible.size())
        .isTrue();
    if (question.limit() == 0) {
      verifyEach(question, found, possible);
    }
  }

  // Between the steps of one command each document is as before it or as after it.
  private static void verifyEach(Question question, List<Document> found, List<State> possible) {
    Map<Object, Document> byId =
        found.stream().collect(Collectors.toMap(each -> each.get("_id"), each -> each));
    List<Map<Object, Document>> answers =
        possible.stream()
            .map(each -> question.answer(each.model))
            .map(all -> all.stream().collect(Collectors.toMap(d -> d.get("_id"), d -> d)))
            .toList();
    for (int id = 0; id < ModelCollection.IDS; id++) {
      Object key = id;
      assertThat(answers.stream().map(each -> Optional.ofNullable(each.get(key))))
          .as("%s for _id %s", question, key)
          .contains(Optional.ofNullable(byId.get(key)));
    }
  }
}
