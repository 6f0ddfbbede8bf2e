package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.v1.GrantConsentRequest;
import org.masterplan.profiles.v1.ListProfileChangesRequest;
import org.masterplan.profiles.v1.ListProfileChangesResponse.Change;
import org.masterplan.profiles.v1.ListProfileChangesResponse.Change.Kind;
import org.masterplan.profiles.v1.MergeProfilesRequest;
import org.masterplan.profiles.v1.Profile;
import org.masterplan.profiles.v1.SplitProfileRequest;
import org.masterplan.profiles.v1.WithdrawConsentRequest;

class ProfileChangesTest extends ProfilesCalls {
  private String token = "";
  private String crm = "";
  private String shop = "";

  @BeforeEach
  void people() throws Exception {
    load("crm", "text/csv", CRM);
    crm = lookup(ProfilesFixture.DATA, "0912345678").getName();
  }

  @Test
  void whoIsLoaded_isCreated_withSegmentsAndTheNumberOfTheDecision() {
    var created = since();
    var buoi = created.get(lookup(ProfilesFixture.DATA, "0381234567").getName());

    assertThat(created).hasSize(2);
    assertThat(created.values()).extracting(Change::getKind).containsOnly(Kind.CREATED);
    assertThat(buoi.getSegmentsList()).containsExactly("segments/young");
    assertThat(buoi.getJournal()).isPositive();
    assertThat(created.get(crm).getSegmentsList()).isEmpty();
    assertThat(since()).isEmpty();
  }

  @Test
  void aRecordMore_isAChange_andSomebodyNewIsCreatedBeside() throws Exception {
    long before = since().get(crm).getJournal();
    load("shop", "application/jsonl", SHOP);
    var changes = since();
    var buoi = lookup(ProfilesFixture.DATA, "0381234567").getName();
    shop = lookup(ProfilesFixture.DATA, "0987654322").getName();

    assertThat(changes).containsOnlyKeys(buoi, shop);
    assertThat(changes.get(buoi).getKind()).isEqualTo(Kind.CHANGED);
    assertThat(changes.get(buoi).getRecords()).isEqualTo(2);
    assertThat(changes.get(buoi).getJournal()).isGreaterThan(before);
    assertThat(changes.get(shop).getKind()).isEqualTo(Kind.CREATED);
  }

  @Test
  void aMerge_andItsUndoing_areToldOfBoth_withAliases() throws Exception {
    load("shop", "application/jsonl", SHOP);
    shop = lookup(ProfilesFixture.DATA, "0987654322").getName();
    since();
    var merged = merge();

    var changes = since();
    assertThat(changes).containsOnlyKeys(crm, shop);
    assertThat(changes.values()).extracting(Change::getKind).containsOnly(Kind.MERGED);
    assertThat(changes.get(shop).getMovedTo()).isEqualTo(crm);
    assertThat(changes.get(crm).getAliasesList()).containsExactly(shop);

    split(merged);
    changes = since();
    assertThat(changes).containsOnlyKeys(crm, shop);
    assertThat(changes.values()).extracting(Change::getKind).containsOnly(Kind.SPLIT);
    assertThat(changes.get(shop).getMovedTo()).isEmpty();
    assertThat(changes.get(crm).getAliasesList()).isEmpty();
  }

  @Test
  void aWordOfConsent_isTold_underTheNameThatThePersonHasNow() throws Exception {
    load("shop", "application/jsonl", SHOP);
    shop = lookup(ProfilesFixture.DATA, "0987654322").getName();
    merge();
    since();

    consents()
        .grantConsent(
            GrantConsentRequest.newBuilder()
                .setName(shop)
                .setPurpose("MARKETING")
                .setChannel("EMAIL")
                .setEvidence("form")
                .build());
    var granted = since();
    consents()
        .withdrawConsent(
            WithdrawConsentRequest.newBuilder().setName(crm).setReason("no more").build());
    var withdrawn = since();

    assertThat(granted).containsOnlyKeys(crm);
    assertThat(granted.get(crm).getKind()).isEqualTo(Kind.CONSENT_CHANGED);
    assertThat(granted.get(crm).getAliasesList()).containsExactly(shop);
    assertThat(withdrawn).containsOnlyKeys(crm);
    assertThat(withdrawn.get(crm).getKind()).isEqualTo(Kind.CONSENT_CHANGED);
  }

  @Test
  void whoseConsentIsImported_isTold_byTheRecordThatItSpeaksOf() throws Exception {
    since();

    importConsents(
        "source,record,purpose,channel,state,time,evidence\n"
            + "crm,2,MARKETING,SMS,GRANTED,2026-01-02T03:04:05Z,form\n");

    assertThat(since().get(crm).getKind()).isEqualTo(Kind.CONSENT_CHANGED);
  }

  @Test
  void whoIsErased_isGone() {
    since();
    var records = f.stored.reading.get(crm).records().stream().mapToLong(r -> r.number()).toArray();
    f.stored.identity.remove(LongSet.of(records), new Identity.Steward("privacy", "asked"));
    f.stored.projection.catchUp();

    var gone = since().get(crm);
    assertThat(gone.getKind()).isEqualTo(Kind.ERASED);
    assertThat(gone.getGone()).isTrue();
    assertThat(gone.getRecords()).isZero();
    assertThat(gone.getSegmentsList()).isEmpty();
  }

  private Profile merge() {
    return profiles(ProfilesFixture.DATA)
        .mergeProfiles(
            MergeProfilesRequest.newBuilder()
                .addProfiles(crm)
                .addProfiles(shop)
                .setReason("same man")
                .build());
  }

  private void split(Profile merged) {
    profiles(ProfilesFixture.DATA)
        .splitProfile(
            SplitProfileRequest.newBuilder()
                .setName(merged.getName())
                .addRecords("sources/shop/records/a~2F2")
                .setReason("father and son")
                .build());
  }

  /** What changed since it was last asked, the last of each name. */
  private Map<String, Change> since() {
    var changes = new LinkedHashMap<String, Change>();
    boolean more = true;
    while (more) {
      var step =
          profiles(ProfilesFixture.SERVICE)
              .listProfileChanges(
                  ListProfileChangesRequest.newBuilder().setToken(token).setPageSize(2).build());
      step.getChangesList().forEach(change -> changes.put(change.getName(), change));
      token = step.getNextToken();
      more = step.getMore();
    }
    return changes;
  }
}
