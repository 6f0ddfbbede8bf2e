package org.masterplan.listening.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.listening.domain.Mention;
import org.masterplan.listening.domain.Sayings;

/** What another instance does while platforms are being named. */
class NamingPlatformsTest {
  private static final AuditEntry ENTRY = ResourcesContract.ENTRY;

  private final ListeningRoom room = new ListeningRoom();

  private void run() {
    var stores =
        new NamingPlatforms.Stores(
            room.mentions,
            room.cases,
            room.ideaStore,
            room.threads,
            room.feedback,
            room.votes,
            room.claims);
    new NamingPlatforms(stores, room.clock).run();
  }

  private static Mention said(String id, String platform, String author, String text) {
    var said = new Mention.Said(ListeningRoom.NOW, platform, "", author, text, "vi", "", 1);
    return new Mention(id, said, List.of(), "", "", 1);
  }

  @Test
  void whatAnotherChangedAfterItWasRead_isReadAgain_andNamed() {
    var first = said("m1", "twitter", "@Lan", "Giao chậm");
    room.mentions.add(first, ENTRY);
    room.mentions.add(said("m2", "fb", "@Minh", "Giao chậm"), ENTRY);
    room.mentions.onceRead(() -> room.mentions.replace(first.byNobody(), ENTRY));

    run();

    var mention = room.mentions.find("m1").orElseThrow();
    assertThat(mention.said().platform()).isEqualTo("x");
    assertThat(mention.said().author()).isEmpty();
    assertThat(mention.revision()).isEqualTo(3);
    assertThat(room.mentions.byAuthor("facebook:minh")).hasSize(1);
  }

  @Test
  void whatAnotherNamedAfterItWasRead_staysSo() {
    var first = said("m1", "twitter", "@Lan", "Giao chậm");
    room.mentions.add(first, ENTRY);
    room.mentions.onceRead(() -> room.mentions.replace(first.on("x"), ENTRY));

    run();

    assertThat(room.mentions.find("m1")).contains(first.on("x"));
  }

  /** An instance of the release before goes on taking in mentions. */
  @Test
  void whatAnotherStoredBehind_isNamedToo() {
    room.votes.cast("a-one", "fb:lan");
    room.votes.onceRead(() -> room.mentions.add(said("m1", "twitter", "@Lan", "Giao chậm"), ENTRY));

    run();

    assertThat(room.mentions.find("m1").orElseThrow().said().platform()).isEqualTo("x");
  }

  @Test
  void aVoteThatWasWithdrawnAfterItWasRead_isNotCastAgain() {
    room.votes.cast("a-one", "fb:lan");
    room.votes.cast("b-two", "fb:minh");
    room.votes.cast("b-two", "facebook:minh");
    room.votes.onceRead(() -> room.people.erase(List.of("fb:lan", "lan"), List.of()));

    run();

    assertThat(room.votes.of("facebook:lan")).isEmpty();
    assertThat(room.votes.of("fb:lan")).isEmpty();
    assertThat(room.votes.of("facebook:minh")).containsExactly("b-two");
  }

  /** Whoever withdraws one of two votes has not withdrawn the other. */
  @Test
  void aVoteThatStoodByTheNewName_stays_whenTheOldOneIsWithdrawn() {
    room.votes.cast("a-one", "fb:lan");
    room.votes.cast("a-one", "facebook:lan");
    room.votes.onceRead(() -> room.votes.withdraw("a-one", "fb:lan"));

    run();

    assertThat(room.votes.of("facebook:lan")).containsExactly("a-one");
  }

  /** "Giao chậm" is said by many for themselves: nobody known is not one person. */
  @Test
  void whoIsForgotten_claimsNoShortSaying() {
    room.mentions.add(said("m1", "twitter", "@Lan", "Giao chậm").byNobody(), ENTRY);

    run();

    var key = Sayings.key(said("m", "x", "", "Giao chậm").said());
    assertThat(room.claims.first(Map.of(key, "m9"))).containsValue("m9");
  }
}
