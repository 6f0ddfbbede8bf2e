package org.masterplan.listening.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.intake.ImportOutcome;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.listening.domain.ComplaintCase;
import org.masterplan.listening.domain.Mention;

class ListeningTest {
  static final String LONG =
      "Sữa hạt của hãng này bị mốc từ khi mở hộp, ai mua rồi kiểm tra lại giúp mình nhé";

  ListeningRoom room = new ListeningRoom();

  @Test
  void newCase_isToldToTheOffice_withoutWhoOrWhat() {
    room.load("m1|nguyenvanan|Hộp bị vỡ, gọi 0912345678", "m2|binh|Sữa ngon lắm");
    room.load("m1|nguyenvanan|Hộp bị vỡ, gọi 0912345678");

    assertThat(room.told)
        .singleElement()
        .satisfies(t -> assertThat(t.to()).isEqualTo(new Tidings.Recipient.Office(Role.CMO)))
        .satisfies(t -> assertThat(t.about()).isEqualTo("complaintCases/m1"))
        .satisfies(t -> assertThat(t.values()).containsOnlyKeys("platform", "due"));
  }

  @Test
  void newCase_isTold_evenIfItsImportWasBrokenOffBeforeTheNotice() {
    var time = ListeningRoom.NOW;
    var opened = new ComplaintCase("m1", "m1", "facebook", time, time, null, 1);
    room.cases.add(opened, new AuditEntry(time, "service:t", "CASE_OPENED", List.of(), ""));

    room.load("m1|an|Giao hàng chậm quá, bức xúc!");

    assertThat(room.told).singleElement().extracting(t -> t.occasion()).isEqualTo("case-m1");
  }

  @Test
  void take_opensOneCasePerComplaint() {
    room.load("m1|an|Giao hàng chậm quá, bức xúc!", "m2|binh|Sữa ngon lắm", "m3|chi|Hộp bị vỡ");

    assertThat(room.openCases()).extracting(c -> c.mention()).containsExactlyInAnyOrder("m1", "m3");
  }

  @Test
  void take_twiceGivesOneResult() {
    var first = room.load("m1|an|Giao hàng chậm quá", "m2|binh|Sữa ngon lắm");
    var second = room.load("m1|an|Giao hàng chậm quá", "m2|binh|Sữa ngon lắm");

    assertThat(first.imported()).isEqualTo(2);
    assertThat(second.unchanged()).isEqualTo(2);
    assertThat(room.openCases()).hasSize(1);
  }

  @Test
  void take_namesTheRowsOfAMentionThatIsThereAlready() {
    room.load("m1|an|Giao hàng chậm quá");

    var outcome = room.load("m1|an|Nay nói khác", "m2|binh|Sữa ngon lắm", "m2|binh|Lại khác");

    assertThat(outcome.imported()).isEqualTo(1);
    assertThat(outcome.unchanged()).isEqualTo(2);
    assertThat(outcome.known())
        .containsExactly(
            new ImportOutcome.Known(2, "mentions/m1", false, 0),
            new ImportOutcome.Known(4, "mentions/m2", false, 3));
  }

  @Test
  void take_refusesALanguageThatIsNone() {
    assertThat(room.load(row("vi")).imported()).isEqualTo(1);
    assertThat(room.load(row("en-US")).imported()).isEqualTo(1);
    assertThat(room.load(row("und")).imported()).isEqualTo(1);
    assertThat(room.load(row("klingon")).rejected())
        .singleElement()
        .satisfies(
            bad ->
                assertThat(bad.field() + " " + bad.value() + " " + bad.reason())
                    .isEqualTo("language klingon MENTION_LANGUAGE"));
  }

  private static Row.Good row(String language) {
    var values = new LinkedHashMap<String, String>();
    values.put("id", "m-" + language);
    values.put("time", "2026-11-20T09:00:00+07:00");
    values.put("platform", "forum");
    values.put("text", "Sữa ngon lắm");
    values.put("language", language);
    return new Row.Good(2, values);
  }

  /** More rows than are stored together, some of them twice within a batch or across two. */
  @Test
  void take_ofManyRows_takesEachIdOnce() {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 450; i++) {
      lines.add("m%d|an%d|Hộp bị vỡ, lần %d".formatted(i % 420, i % 420, i % 420));
    }
    lines.add(10, lines.getFirst());

    var outcome = room.load(lines.toArray(String[]::new));

    assertThat(outcome.imported()).isEqualTo(420);
    assertThat(outcome.unchanged()).isEqualTo(31);
    assertThat(room.cases.changes("", 1000).items()).hasSize(420);
    assertThat(room.told).hasSize(420);
  }

  /** The first of a saying claimed it and was lost; whoever repeats the import finds it so. */
  @Test
  void take_afterABreak_endsAsIfThereWasNone() {
    var lines = new String[] {"m1|an|" + LONG, "m2|binh|" + LONG, "m3|chi|Hộp bị vỡ"};
    room.mentions.failNext();
    assertThatThrownBy(() -> room.load(lines)).isInstanceOf(IllegalStateException.class);

    room.load(lines);

    assertThat(room.mentions.find("m2").map(Mention::duplicateOf)).contains("m1");
    assertThat(room.openCases()).extracting(c -> c.mention()).containsExactlyInAnyOrder("m1", "m3");
  }

  @Test
  void take_keepsACopiedTextAsADuplicateOfTheFirst_marksLostOrNot() {
    room.load("m1|an|" + LONG, "m2|binh|" + LONG.replace("Sữa hạt", "Sua hat") + "!!!");

    assertThat(room.mentions.find("m2").map(Mention::duplicateOf)).contains("m1");
    assertThat(room.mentions.find("m2").map(Mention::complaintCase)).contains("m1");
    assertThat(room.openCases()).hasSize(1);
  }

  @Test
  void take_letsManySayTheSameFewWordsForThemselves() {
    room.load("m1|an|Giao chậm", "m2|binh|Giao chậm", "m3|an|giao cham");

    assertThat(room.openCases()).extracting(c -> c.mention()).containsExactlyInAnyOrder("m1", "m2");
  }

  @Test
  void take_keepsBadRowsWithTheirReason() {
    var outcome = room.load("m1|an|", "|an|Sữa ngon", "m 3|an|Sữa ngon");

    assertThat(outcome.rejected())
        .extracting(Row.Bad::reason)
        .containsExactly("REQUIRED", "REQUIRED", "NAME_FORMAT");
  }

  @Test
  void take_refusesWhatIsTooLong() {
    var outcome =
        room.load("m1|an|" + "Sữa ".repeat(3000), "m2|" + "a".repeat(201) + "|Sữa", "m3|an|Sữa");

    assertThat(outcome.imported()).isEqualTo(1);
    assertThat(outcome.rejected()).extracting(Row.Bad::field).containsExactly("text", "author");
    assertThat(outcome.rejected())
        .extracting(b -> b.about().get("max"))
        .containsExactly("10000", "200");
  }

  @Test
  @Tag("cap-76")
  void cap076_vote_countsAPersonOnceHoweverTheHandleIsWritten() {
    room.ideaDesk.add(ListeningRoom.idea("nap-vit", ""), Actor.service("t"), "IDEA_POSTED");

    room.ideas.vote("nap-vit", "facebook:@An.Nguyen");
    var again = room.ideas.vote("nap-vit", "Facebook:an.nguyen");

    assertThat(again.votes()).isEqualTo(1);
  }

  @Test
  void merge_refusesItselfAndWhatWasMerged() {
    room.ideaDesk.add(ListeningRoom.idea("a-one", ""), Actor.service("t"), "IDEA_POSTED");
    room.ideaDesk.add(ListeningRoom.idea("b-two", ""), Actor.service("t"), "IDEA_POSTED");

    assertThatThrownBy(() -> room.ideas.merge("a-one", "a-one", change()))
        .isInstanceOf(InvalidFields.class);
    room.ideas.merge("a-one", "b-two", change());
    assertThatThrownBy(
            () ->
                room.ideas.merge(
                    "a-one", "b-two", new Desk.Change(Actor.service("t"), "M", 2, "twice")))
        .isInstanceOf(WrongState.class);
  }

  @Test
  void erase_forgetsWhoItWasAndKeepsWhatWasSaid() {
    room.load("m1|@An|Giao hàng chậm quá");
    room.ideaDesk.add(
        ListeningRoom.idea("a-one", "facebook:an"), Actor.service("t"), "IDEA_POSTED");
    room.ideas.vote("a-one", "facebook:an");
    assertThat(room.people.find(List.of("facebook:an"))).hasSize(3);

    assertThat(room.people.erase(List.of("facebook:an"), List.of())).isEqualTo(3);

    assertThat(room.people.find(List.of("facebook:an"))).isEmpty();
    assertThat(room.people.erase(List.of("facebook:an"), List.of())).isZero();
    assertThat(room.mentions.find("m1").orElseThrow().said().text()).contains("chậm");
  }

  @Test
  void erase_byAHandleAlone_leavesWhatIsSomebodyElsesOnAPlatform() {
    room.load("m1|@An|Giao hàng chậm quá");
    room.ideaDesk.add(ListeningRoom.idea("a-one", "zalo:an"), Actor.service("t"), "IDEA_POSTED");
    room.ideas.vote("a-one", "facebook:an");

    assertThat(room.people.erase(List.of("an"), List.of("facebook:an"))).isEqualTo(1);
    assertThat(room.people.find(List.of("facebook:an"))).hasSize(2);
    assertThat(room.people.find(List.of("zalo:an"))).isEmpty();
    assertThat(room.people.erase(List.of("an"), List.of("zalo:an"))).isEqualTo(2);
  }

  @Test
  void move_refilesVotesAndAuthorsOnce() {
    room.ideaDesk.add(ListeningRoom.idea("a-one", "profiles/1"), Actor.service("t"), "IDEA_POSTED");
    room.ideas.vote("a-one", "profiles/1");
    room.ideas.vote("a-one", "profiles/2");

    assertThat(room.people.move("profiles/1", "profiles/2")).isEqualTo(2);
    assertThat(room.people.move("profiles/1", "profiles/2")).isZero();

    assertThat(room.ideas.get("a-one").votes()).isEqualTo(1);
  }

  private static Desk.Change change() {
    return new Desk.Change(Actor.service("t"), "IDEA_MERGED", 1, "the same wish");
  }
}
