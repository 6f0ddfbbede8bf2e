package org.masterplan.abandonment.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.abandonment.domain.Activity;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.InvalidFields;

class ImportingActivityTest {
  Harbour harbour = new Harbour();

  @Test
  void take_twiceGivesOneResult() {
    var lines = Harbour.every(3, 300, 0, "anh,POST");

    var first = harbour.load(lines);
    var second = harbour.load(lines);

    assertThat(first.imported()).isEqualTo(101);
    assertThat(second.imported()).isZero();
    assertThat(second.unchanged()).isEqualTo(101);
  }

  @Test
  void take_replacesADailyTotalThatWasCorrected() {
    var columns = "community,date,kind,count,people";
    harbour.load(columns, List.of("me-bim,2026-11-18,POST,9,5"), Harbour.NOW);

    var outcome = harbour.load(columns, List.of("me-bim,18/11/2026,post,10,6"), Harbour.NOW);

    assertThat(outcome.updated()).isEqualTo(1);
  }

  @Test
  void take_refusesADayWithMorePeopleThanActs() {
    var columns = "community,date,kind,count,people";

    var outcome =
        harbour.load(
            columns,
            List.of("me-bim,2026-11-18,POST,5,9", "me-bim,2026-11-19,POST,5,5"),
            Harbour.NOW);

    assertThat(outcome.imported()).isEqualTo(1);
    assertThat(outcome.rejected())
        .singleElement()
        .satisfies(
            bad -> {
              assertThat(bad.reason()).isEqualTo("MORE_PEOPLE_THAN_ACTS");
              assertThat(bad.field() + "=" + bad.value()).isEqualTo("people=9");
              assertThat(bad.about()).containsEntry("count", "5");
            });
  }

  @Test
  void take_keepsGoodRowsAndNamesWhatIsWrongWithBadOnes() {
    var outcome =
        harbour.load(
            List.of(
                "me-bim,2026-11-20T00:00:00Z,anh,POST",
                "me-bim,yesterday,anh,POST",
                "me-bim,2036-11-20T00:00:00Z,anh,POST",
                "me-bim,0226-11-20T00:00:00Z,anh,POST",
                ",2026-11-20T00:00:00Z,anh,POST",
                "me-bim,2026-11-20T00:00:00Z,anh,",
                "me-bim,2026-11-20T00:00:00Z,,POST",
                "me-bim,2026-11-20T00:00:00Z,anh,POST,,maybe"));

    assertThat(outcome.imported()).isEqualTo(1);
    assertThat(outcome.rejected())
        .extracting(Row.Bad::reason)
        .containsExactly(
            "TIME_FORMAT",
            "TIME_IN_FUTURE",
            "TIME_TOO_OLD",
            "REQUIRED",
            "REQUIRED",
            "REQUIRED",
            "BOT_FORMAT");
    assertThat(outcome.rejected()).extracting(Row.Bad::line).startsWith(3L, 4L, 5L);
  }

  @Test
  void take_refusesAKindThatIsUnknown_andNamesTheKnownOnes() {
    var outcome =
        harbour.load(
            List.of(
                "me-bim,2026-11-20T00:00:00Z,anh,Bình luận",
                "me-bim,2026-11-20T01:00:00Z,anh,host_posts",
                "me-bim,2026-11-20T02:00:00Z,anh,FLY"));

    assertThat(outcome.imported()).isEqualTo(2);
    var refused = outcome.rejected().getFirst();
    assertThat(refused.reason()).isEqualTo("KIND_UNKNOWN");
    assertThat(refused.about()).containsEntry("value", "FLY");
    assertThat(refused.about().get("expected")).startsWith("POST, COMMENT, ");
  }

  @Test
  void take_namesTheRowsOfACommunityThatThePlanDoesNotHave_andKeepsNothingOfThem() {
    harbour.strangers.add("nobodys");

    var outcome =
        harbour.load(
            List.of(
                "me-bim,2026-11-20T00:00:00Z,anh,POST",
                "nobodys,2026-11-20T01:00:00Z,nguyenvanan,POST",
                "communities/nobodys,2026-11-20T02:00:00Z,anh,POST"));

    assertThat(outcome.imported()).isEqualTo(1);
    assertThat(outcome.rejected())
        .extracting(bad -> bad.line() + " " + bad.field() + " " + bad.reason())
        .containsExactly("3 community COMMUNITY_UNKNOWN", "4 community COMMUNITY_UNKNOWN");
    assertThat(outcome.rejected().toString()).doesNotContain("nguyenvanan");
    harbour.activities.read("nobodys", each -> fail("kept: " + each));
    assertThat(harbour.judging.isKnown("nobodys")).isFalse();
  }

  @Test
  void take_takesTheRowsOnceTheirCommunityIsRegistered() {
    harbour.strangers.add("nobodys");
    var lines = List.of("nobodys,2026-11-20T01:00:00Z,anh,POST");
    harbour.load(lines);
    harbour.strangers.clear();

    assertThat(harbour.load(lines).imported()).isEqualTo(1);
  }

  @Test
  void take_doesNotAskTheRegisterWhichCommunitiesItHasHeardOf() {
    harbour.strangers.add("me-bim");
    harbour.follow(Harbour.community("me-bim"));

    var outcome = harbour.load(List.of("me-bim,2026-11-20T01:00:00Z,anh,POST"));

    assertThat(outcome.imported()).isEqualTo(1);
  }

  @Test
  void observations_ofACommunityThatThePlanDoesNotHave_areNamed() {
    harbour.strangers.add("nobodys");

    var outcome = harbour.look(List.of("nobodys,2026-11-20", "me-bim,2026-11-20"));

    assertThat(outcome.imported()).isEqualTo(1);
    assertThat(outcome.rejected())
        .extracting(bad -> bad.line() + " " + bad.field() + " " + bad.reason())
        .containsExactly("2 community COMMUNITY_UNKNOWN");
    assertThat(harbour.judging.isKnown("nobodys")).isFalse();
  }

  @Test
  void take_neverKeepsAnAuthorsOwnName() {
    var outcome =
        harbour.load(
            List.of("me-bim,yesterday,nguyenvanan,POST", "me-bim,2026-11-20,nguyenvanan,POST"));

    assertThat(outcome.rejected().toString()).doesNotContain("nguyenvanan");
    harbour.activities.read(
        "me-bim", each -> assertThat(each.toString()).doesNotContain("nguyenvanan"));
  }

  @Test
  void take_readsAPseudonymAsItself_soThatRejectedRowsCanBeReplayed() {
    var author = harbour.pseudonyms.of("nguyenvanan");
    harbour.load(List.of("me-bim,2026-11-20T00:00:00Z," + author + ",POST"));

    harbour.activities.read(
        "me-bim", each -> assertThat(((Activity.Event) each).author()).isEqualTo(author));
  }

  @Test
  void take_refusesAFileOfAnotherShapeNamingWhatIsExpected() {
    assertThatThrownBy(() -> harbour.load("a,b", List.of("1,2"), Harbour.NOW))
        .isInstanceOf(InvalidFields.class)
        .satisfies(
            e ->
                assertThat(((InvalidFields) e).violations().getFirst().reason())
                    .isEqualTo("ACTIVITY_COLUMNS"));
  }

  @Test
  void erase_keepsTheActAndForgetsWhoDidIt_evenAfterAnotherImport() {
    harbour.follow(Harbour.community("me-bim"));
    var lines = List.of("me-bim,2026-11-20T00:00:00Z,anh,POST");
    harbour.load(lines);
    assertThat(harbour.people.find(List.of("facebook:anh"))).hasSize(1);
    assertThat(harbour.people.find(List.of("zalo:anh"))).isEmpty();

    assertThat(harbour.people.erase(names("facebook:anh"))).isEqualTo(1);
    harbour.load(lines);

    assertThat(harbour.people.find(List.of("facebook:anh"))).isEmpty();
    assertThat(harbour.lookout.get("me-bim").judgement().days().all()).hasValue(1);
  }

  @Test
  void erase_byAHandleAlone_reachesEveryPlatform_butThoseWhereItIsSomebodyElses() {
    harbour.follow(Harbour.community("me-bim"));
    harbour.load(List.of("me-bim,2026-11-20T00:00:00Z,@Anh,POST"));
    var others = List.of("facebook:anh");

    assertThat(harbour.people.erase(new PersonActivity.Names(List.of("anh"), others))).isZero();
    assertThat(harbour.people.find(List.of("facebook:anh"))).hasSize(1);

    assertThat(new PersonActivity.Names(List.of("anh", "zalo:anh"), others).certain())
        .containsExactly("zalo:anh");
    var elsewhere = new PersonActivity.Names(List.of("anh"), List.of("zalo:anh"));
    assertThat(harbour.people.erase(elsewhere)).isEqualTo(1);
    assertThat(harbour.people.find(List.of("facebook:anh"))).isEmpty();
  }

  private static PersonActivity.Names names(String handle) {
    return new PersonActivity.Names(List.of(handle), List.of());
  }
}
