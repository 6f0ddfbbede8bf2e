package org.masterplan.profiles.identity.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.source.domain.SourceRecord;

class IdentityTest {
  IdentityFixture f = new IdentityFixture();

  @Test
  void resolve_linksRecordsThatShareAKey() {
    var a = f.load("a", "phone", "+84901234567", "fullName", "Nguyễn Văn An");
    var b = f.load("b", "email", "an@x.vn", "fullName", "An Nguyen");
    var c = f.load("c", "phone", "+84901234567", "email", "an@x.vn", "fullName", "Nguyen An");

    assertThat(f.profileOf(a)).isEqualTo(f.profileOf(b)).isEqualTo(f.profileOf(c));
    assertThat(f.identity.<Integer>ask(r -> r.liveProfiles())).isEqualTo(1);
  }

  @Test
  void resolve_keepsAFamilyApartThatSharesATelephone() {
    var mother = f.load("a", "phone", "+84901234567", "fullName", "Trần Thị Hoa");
    var son = f.load("b", "phone", "+84901234567", "fullName", "Nguyễn Văn Nam");

    assertThat(f.profileOf(mother)).isNotEqualTo(f.profileOf(son));
  }

  @Test
  void resolve_neverJoinsTwoCitizenNumbers() {
    var a = f.load("a", "phone", "+84901234567", "nationalId", "079090123456");
    var b = f.load("b", "phone", "+84901234567", "nationalId", "079090654321");
    var between = f.load("c", "phone", "+84901234567");

    assertThat(f.profileOf(a)).isNotEqualTo(f.profileOf(b));
    assertThat(f.profileOf(between)).isIn(f.profileOf(a), f.profileOf(b));
    assertThatThrownBy(
            () -> f.identity.merge(List.of(f.profileOf(a), f.profileOf(b)), IdentityFixture.LAN))
        .isInstanceOf(WrongState.class)
        .hasMessageContaining("NATIONAL_IDS_DIFFER");
  }

  @Test
  void resolve_aPlaceholderLinksNobody() {
    var a = f.load("a", "phone", "+84900000000");
    var b = f.load("b", "phone", "+84900000000");

    assertThat(f.profileOf(a)).isNotEqualTo(f.profileOf(b));
  }

  @Test
  void resolve_aCrowdUnderOneValueFallsApartOnceItIsOne() {
    var first = new ArrayList<SourceRecord>();
    first.add(f.load("a1", "email", "shop@x.vn", "fullName", "An Lê"));
    first.add(f.load("a2", "email", "shop@x.vn", "fullName", "An Lê"));
    assertThat(f.profileOf(first.get(0))).isEqualTo(f.profileOf(first.get(1)));

    var given = List.of("Bình", "Chi", "Dung", "Giang", "Hà", "Khoa", "Linh", "Mai", "Nga");
    given.forEach(name -> f.load(name, "email", "shop@x.vn", "fullName", name + " Trần"));

    assertThat(f.profileOf(first.get(0))).isNotEqualTo(f.profileOf(first.get(1)));
    assertThat(f.identity.<Integer>ask(r -> r.liveProfiles())).isEqualTo(11);
  }

  @Test
  void merge_theOlderKeepsItsName_theOtherStillAnswers() {
    var a = f.load("a", "fullName", "Nguyễn Văn An");
    var b = f.load("b", "fullName", "Nguyễn An");
    var older = f.profileOf(a);
    var younger = f.profileOf(b);

    var kept = f.identity.merge(List.of(younger, older), IdentityFixture.LAN);

    assertThat(ProfileId.name(kept)).isEqualTo(older);
    assertThat(f.profileOf(b)).isEqualTo(older);
    assertThat(f.meaning(younger)).isEqualTo(older);
  }

  @Test
  void split_givesAMergedProfileItsOwnNameBack() {
    var a = f.load("a", "fullName", "Nguyễn Văn An");
    var b = f.load("b", "fullName", "Nguyễn An");
    var older = f.profileOf(a);
    var younger = f.profileOf(b);
    f.identity.merge(List.of(older, younger), IdentityFixture.LAN);

    f.split(older, b);

    assertThat(f.profileOf(a)).isEqualTo(older);
    assertThat(f.profileOf(b)).isEqualTo(younger);
  }

  @Test
  void split_holdsAgainstTheSameKeyAndANewLoad() {
    var a = f.load("a", "phone", "+84901234567");
    var b = f.load("b", "phone", "+84901234567");
    f.split(f.profileOf(a), b);
    assertThat(f.profileOf(a)).isNotEqualTo(f.profileOf(b));

    f.load("b", "phone", "+84901234567", "fullName", "Lê An");

    assertThat(f.profileOf(a)).isNotEqualTo(f.profileOf(b));
  }

  @Test
  void split_ofEverything_isRefused() {
    var a = f.load("a", "phone", "+84901234567");

    assertThatThrownBy(() -> f.split(f.profileOf(a), a)).isInstanceOf(InvalidFields.class);
  }

  @Test
  void resolve_aChangedRecordLeavesItsProfile() {
    f.load("a", "phone", "+84901234567", "fullName", "Lê An");
    var b = f.load("b", "phone", "+84901234567", "fullName", "Lê An");
    var shared = f.profileOf(b);

    var moved = f.load("b", "phone", "+84912345678", "fullName", "Lê An");

    assertThat(f.profileOf(moved)).isNotEqualTo(shared);
    assertThat(f.identity.<Integer>ask(r -> r.liveProfiles())).isEqualTo(2);
  }

  @Test
  void remove_leavesTheAliasToWhoIsLeft_andNobodyOnceAllAreGone() {
    var a = f.load("a", "phone", "+84901234567");
    var b = f.load("b", "phone", "+84901234567");
    var name = f.profileOf(a);

    f.identity.remove(LongSet.of(a.number()), IdentityFixture.LAN);
    assertThat(f.meaning(name)).isEqualTo(f.profileOf(b));

    f.identity.remove(LongSet.of(b.number()), IdentityFixture.LAN);
    assertThat(f.meaning(name)).isEmpty();
    assertThat(f.identity.<Integer>ask(r -> r.liveRecords())).isZero();
  }

  @Test
  void resolve_ofARecordErasedMeanwhile_doesNotBringItBack() {
    var first = f.load("a", "phone", "+84901234567");
    var next = f.record("a", "phone", "+84912345678");
    f.identity.remove(LongSet.of(first.number()), IdentityFixture.LAN);

    var resolved = f.identity.resolve(List.of(next), "loader");

    assertThat(resolved.records()).isEmpty();
    assertThat(f.profileOf(next)).isEmpty();
    assertThat(f.identity.<Integer>ask(r -> r.liveRecords())).isZero();
  }

  @Test
  void resolve_ofARecordThatAnotherInstanceErased_doesNotBringItBack() {
    var first = f.load("a", "phone", "+84901234567");
    var next = f.record("a", "phone", "+84912345678");
    f.reopened().remove(LongSet.of(first.number()), IdentityFixture.LAN);

    f.identity.resolve(List.of(next), "loader");

    assertThat(f.profileOf(next)).isEmpty();
  }

  @Test
  void resolve_ofAVersionThatAnotherInstanceHasPassed_decidesOnTheNewest() {
    var other = f.reopened();
    f.load("a", "phone", "+84901234567");
    var ours = f.record("a", "phone", "+84912345678");
    var theirs = f.record("a", "phone", "+84987654321");
    other.resolve(List.of(theirs), "loader");
    f.identity.<Long>ask(r -> r.applied());

    var resolved = f.identity.resolve(List.of(ours), "loader");

    assertThat(resolved.records()).containsExactly(theirs);
    assertThat(resolved.number()).isEqualTo(f.identity.<Long>ask(r -> r.applied()));
  }

  @Test
  void twoInstances_seeOneOrderOfDecisions() {
    var other = f.reopened();
    var a = f.load("a", "phone", "+84901234567");
    var b = f.record("b", "phone", "+84901234567");
    other.resolve(List.of(b), "loader");

    assertThat(f.profileOf(a)).isEqualTo(f.profileOf(b));
    assertThat(other.<Long>ask(r -> r.profileOf(a.number())))
        .isEqualTo(f.identity.<Long>ask(r -> r.profileOf(a.number())));
  }
}
