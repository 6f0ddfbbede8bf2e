package org.masterplan.governance.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyedDrawTest {
  private static final int PEOPLE = 20_000;
  private final KeyedDraw draw = new KeyedDraw(new byte[] {1, 2, 3});

  @Test
  void holdsOut_isTheSameWheneverItIsAsked_andAnotherForAnotherKeyOrMessage() {
    assertThat(drawn(draw, "messages/a", 20)).isEqualTo(drawn(draw, "messages/a", 20));
    var other = new KeyedDraw(new byte[] {4});
    assertThat(drawn(other, "messages/a", 20)).isNotEqualTo(drawn(draw, "messages/a", 20));
    assertThat(drawn(draw, "messages/b", 20)).isNotEqualTo(drawn(draw, "messages/a", 20));
  }

  @Test
  void holdsOut_drawsTheShareThatWasAsked_andNobodyOfNone() {
    // Five standard deviations of a binomial draw of 20,000.
    assertThat(drawn(draw, "messages/a", 20).length / (double) PEOPLE).isBetween(.186, .214);
    assertThat(drawn(draw, "messages/a", 0)).isEmpty();
    assertThat(draw.holdsOut(origin("messages/a", 50), "")).isFalse();
  }

  @Test
  void holdsOut_ofTwoMessages_isDrawnApart() {
    var first = IntStream.of(drawn(draw, "messages/a", 50)).boxed().toList();
    var second = Set.copyOf(IntStream.of(drawn(draw, "messages/b", 50)).boxed().toList());

    double both = first.stream().filter(second::contains).count() / (double) first.size();

    assertThat(both).isBetween(.475, .525);
  }

  private static int[] drawn(Draw draw, String message, int percent) {
    return IntStream.range(0, PEOPLE)
        .filter(i -> draw.holdsOut(origin(message, percent), "profiles/p" + i))
        .toArray();
  }

  private static Ask.Origin origin(String message, int percent) {
    return new Ask.Origin(message, "businessUnits/dairy", Set.of(), percent);
  }
}
