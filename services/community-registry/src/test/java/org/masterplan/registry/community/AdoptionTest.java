package org.masterplan.registry.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.registry.community.CommunityFixture.CMO;
import static org.masterplan.registry.community.CommunityFixture.DAIRY;
import static org.masterplan.registry.community.CommunityFixture.NOW;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.intake.ImportOutcome;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.registry.community.app.Adoption;
import org.masterplan.registry.community.app.CommunityFields;
import org.masterplan.registry.community.app.Directory;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.Permit;
import org.masterplan.registry.community.domain.Place;
import org.masterplan.registry.community.domain.State;

class AdoptionTest {
  static final Map<String, String> ROW =
      Map.of(
          "title", "Góc Trà Sữa",
          "link", "https://social.example/tra-sua",
          "platform", "Facebook",
          "unit", "dairy");

  InMemoryCommunities communities = new InMemoryCommunities();
  Adoption adoption =
      new Adoption(
          communities,
          new DairyOnly(),
          Clock.fixed(NOW, ZoneOffset.UTC),
          ZoneId.of("Asia/Ho_Chi_Minh"));

  @Test
  void adopt_asksForTitleLinkPlatformAndUnitAlone_andNeverMakesADraft() {
    var outcome = adopt(DAIRY, ROW);

    assertThat(outcome.imported()).isEqualTo(1);
    var adopted = only();
    assertThat(adopted.standing().state()).isEqualTo(State.LIVE);
    assertThat(adopted.standing().permit()).isEqualTo(Permit.UNPERMITTED);
    assertThat(adopted.standing().answersDue()).contains(LocalDate.parse("2027-02-19"));
    assertThat(adopted.place().platform()).isEqualTo("facebook");
  }

  @Test
  void adopt_ofOneFileTwice_givesOneResult() {
    adopt(DAIRY, ROW);
    var first = only();
    var again = adopt(DAIRY, ROW);

    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(again.imported()).isZero();
    assertThat(only()).isEqualTo(first);
  }

  @Test
  void adopt_knowsACommunityByItsAddress_whenItsTitleHasChanged() {
    adopt(DAIRY, ROW);
    var renamed = new java.util.HashMap<>(ROW);
    renamed.put("title", "Góc Trà Sữa 2026");
    var outcome = adopt(DAIRY, renamed);

    assertThat(outcome.updated()).isEqualTo(1);
    assertThat(only().title()).isEqualTo("Góc Trà Sữa 2026");
  }

  @Test
  void adopt_namesTheRowsOfACommunityThatIsThereAlready_andTheLineThatMadeIt() {
    var renamed = new java.util.HashMap<>(ROW);
    renamed.put("title", "Góc Trà Sữa 2026");

    var outcome = adopt(DAIRY, ROW, renamed, renamed);

    var name = only().name().toString();
    assertThat(outcome.imported()).isEqualTo(1);
    assertThat(outcome.known())
        .containsExactly(
            new ImportOutcome.Known(3, name, true, 2), new ImportOutcome.Known(4, name, false, 3));
  }

  @Test
  void adopt_refusesAPlatformThatThePlanDoesNotKnow_andNamesThoseItDoes() {
    var unknown = new java.util.HashMap<>(ROW);
    unknown.put("platform", "Facebok");
    var other = new java.util.HashMap<>(ROW);
    other.put("platform", "Khác");

    var outcome = adopt(DAIRY, unknown, other);

    assertThat(outcome.imported()).isEqualTo(1);
    assertThat(only().place().platform()).isEqualTo("other");
    var refused = outcome.rejected().getFirst();
    assertThat(refused.field() + " " + refused.value()).isEqualTo("platform Facebok");
    assertThat(refused.about().get("expected")).startsWith("own-site, facebook, zalo, ");
  }

  @Test
  void adopt_ofAPlatformThatAnEarlierReleaseTook_letsItStay_andTakesNoOther() {
    adopt(DAIRY, ROW);
    var old = only();
    var place = new Place(old.place().kind(), old.place().mode(), "myspace", old.place().link());
    var draft =
        new Community.Draft(old.title(), place, old.intent(), old.holding(), old.declaredMembers());
    communities.replace(old.name().toString(), 1, old.edited(draft, NOW), null);
    var same = new java.util.HashMap<>(ROW);
    same.put("platform", "MySpace");
    var other = new java.util.HashMap<>(ROW);
    other.put("platform", "Friendster");

    var outcome = adopt(DAIRY, same, other);

    assertThat(outcome.unchanged()).isEqualTo(1);
    assertThat(outcome.rejected()).extracting(row -> row.value()).containsExactly("Friendster");
  }

  @Test
  void adopt_keepsTheGoodRows_andTellsLineFieldAndReasonOfTheBad() {
    var outcome =
        adopt(
            CMO,
            ROW,
            Map.of("title", "Không nơi", "platform", "zalo"),
            Map.of("title", "Lạ", "platform", "zalo", "unit", "space", "link", ""),
            Map.of("title", "Xấu", "platform", "zalo", "unit", "dairy", "link", "ftp://x"));

    assertThat(outcome.imported()).isEqualTo(1);
    assertThat(outcome.rejectedCount()).isEqualTo(3);
    assertThat(outcome.rejected()).extracting(Row.Bad::line).containsExactly(3L, 4L, 5L);
    assertThat(outcome.rejected())
        .extracting(Row.Bad::reason)
        .containsExactly("REQUIRED", "UNIT_UNKNOWN", "LINK_FORMAT");
  }

  @Test
  void adopt_refusesRowsOfAnotherUnit() {
    var other = new Actor("unit-b", DAIRY.roles(), java.util.Set.of("beverages"), "");

    var outcome = adopt(other, ROW);

    assertThat(outcome.rejected()).extracting(Row.Bad::reason).containsExactly("OTHER_UNIT");
    assertThat(all()).isEmpty();
  }

  @Test
  @Tag("cap-133")
  void cap133_adopt_knowsATitleWhoseLettersCameDecomposed() {
    var link = new java.util.HashMap<>(ROW);
    link.remove("link");
    adopt(DAIRY, link);
    link.put("title", java.text.Normalizer.normalize("Góc Trà Sữa", java.text.Normalizer.Form.NFD));

    assertThat(adopt(DAIRY, link).unchanged()).isEqualTo(1);
  }

  @SafeVarargs
  private ImportOutcome adopt(Actor actor, Map<String, String>... rows) {
    var good = new java.util.ArrayList<Row>();
    for (int i = 0; i < rows.length; i++) {
      good.add(new Row.Good(i + 2, rows[i]));
    }
    var file = Rows.of(List.of("title", "link", "platform", "unit"), good.iterator());
    return adoption.adopt(file, actor, new ImportTally("import-1", row -> {}));
  }

  private List<Community> all() {
    var query =
        new Query(new Filter.All(), CommunityFields.NEWEST_FIRST, 10, java.util.Optional.empty());
    return communities.page(query).items().stream().map(c -> c.value()).toList();
  }

  private Community only() {
    assertThat(all()).hasSize(1);
    return all().getFirst();
  }

  private static final class DairyOnly implements Directory {
    @Override
    public boolean hasUnit(String name) {
      return name.equals("businessUnits/dairy");
    }

    @Override
    public Presence employee(String name) {
      return Presence.UNKNOWN;
    }

    @Override
    public boolean hasPlanPart(String name) {
      return false;
    }
  }
}
