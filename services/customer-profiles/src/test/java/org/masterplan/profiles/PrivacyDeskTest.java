package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.profiles.dealing.app.Accounts;
import org.masterplan.profiles.privacy.app.Holders;
import org.masterplan.profiles.privacy.app.InMemoryErasures;
import org.masterplan.profiles.privacy.app.Keyring;
import org.masterplan.profiles.privacy.app.PrivacyDesk;
import org.masterplan.profiles.privacy.domain.OthersHandle;
import org.masterplan.profiles.privacy.domain.PersonKeys;
import org.masterplan.profiles.privacy.domain.Relocation;
import org.masterplan.profiles.privacy.domain.Remainder;
import org.masterplan.profiles.v1.LookupProfileRequest;

/** What one service knows of a person helps to find the person in the others. */
class PrivacyDeskTest extends ProfilesCalls {
  private static final String REGISTRY = "community-registry";
  private static final String LISTENING = "social-listening";

  private final Knowing holders = new Knowing();
  private final InMemoryErasures erasures = new InMemoryErasures();
  private PrivacyDesk desk;

  @BeforeEach
  void atTheDesk() throws Exception {
    loadBoth();
    var keyring = new Keyring(f.stored.reading, new Accounts(f.stored.sources));
    var minting = new PrivacyDesk.Minting(() -> "erase-1", f.stored.clock);
    desk = new PrivacyDesk(keyring, erasures, holders, minting);
  }

  @Test
  void erase_tellsTheOthers_underWhichHandlesAServiceKnowsThePerson() {
    var done = desk.proceed(desk.erase(new PrivacyDesk.Wish(buoi(), "request 1", "lan")));

    assertThat(done.complete()).isTrue();
    assertThat(holders.erased.get(LISTENING)).containsExactly(List.of("facebook:buoi"));
  }

  @Test
  void erase_whileTheKnowingServiceIsAway_asksTheOthersAgainWhenItIsBack() {
    holders.away.add(REGISTRY);
    var begun = desk.proceed(desk.erase(new PrivacyDesk.Wish(buoi(), "request 1", "lan")));
    assertThat(begun.waiting()).containsExactly(REGISTRY);
    assertThat(holders.erased).doesNotContainKey(REGISTRY);

    holders.away.clear();
    var done = desk.proceed(begun);

    assertThat(done.complete()).isTrue();
    assertThat(holders.erased.get(LISTENING)).containsExactly(List.of(), List.of("facebook:buoi"));
    assertThat(erasures.find("erase-1").orElseThrow().person()).isEqualTo(PersonKeys.NONE);
  }

  @Test
  void export_findsWhatIsHeldUnderSuchAHandle() {
    var found = desk.export(buoi(), false);

    assertThat(found.parts().get(LISTENING))
        .extracting(Holders.Holding::resource)
        .containsExactly("mentions/of-facebook:buoi");
  }

  @Test
  void erase_takesAHandleOnItsPlatform_andOneOfWhichNobodySaysThatAsItIs() throws Exception {
    loadHandles();

    desk.proceed(desk.erase(new PrivacyDesk.Wish(buoi(), "request 1", "lan")));

    assertThat(holders.erased.get(LISTENING))
        .containsExactly(List.of("buoi.nick", "facebook:buoi.fb", "facebook:buoi"));
  }

  @Test
  void erase_takesAHandleAlone_everywhereButWhereItIsKnownToBeSomebodyElses() throws Exception {
    load("forum", "text/csv", "Mã KH,Họ và tên,SĐT,Nick\n1,Bưởi,0381234567,@Lan\n");
    load("zalo", "text/csv", "Mã KH,Họ và tên,SĐT,Zalo\n1,Lan Khác,0909000111,lan\n");
    load("page", "text/csv", "Mã KH,Họ và tên,SĐT,Nick\n1,Lan Nữa,0909000222,facebook:lan\n");
    var zalo = lookup(ProfilesFixture.DATA, "0909000111").getName();
    var page = lookup(ProfilesFixture.DATA, "0909000222").getName();

    var done = desk.proceed(desk.erase(new PrivacyDesk.Wish(buoi(), "request 1", "lan")));

    assertThat(holders.erased.get(LISTENING)).containsExactly(List.of("lan", "facebook:buoi"));
    assertThat(holders.others).containsExactly("facebook:lan", "tiktok:lan", "zalo:lan");
    assertThat(done.remainders())
        .containsExactlyInAnyOrder(
            new Remainder("zalo", zalo),
            new Remainder("facebook", page),
            new Remainder("tiktok", "profiles/member"));
  }

  @Test
  void erase_leavesAHandle_byWhichSomebodyElseGoesWithoutAPlatformToo_andSaysSo() throws Exception {
    load("forum", "text/csv", "Mã KH,Họ và tên,SĐT,Nick\n1,Bưởi,0381234567,lan\n");
    load("club", "text/csv", "Mã KH,Họ và tên,SĐT,Nick\n1,Lan Khác,0909000111,lan\n");
    var other = lookup(ProfilesFixture.DATA, "0909000111").getName();

    var done = desk.proceed(desk.erase(new PrivacyDesk.Wish(buoi(), "request 1", "lan")));

    assertThat(holders.erased.get(LISTENING)).containsExactly(List.of("facebook:buoi"));
    assertThat(done.remainders()).containsExactly(new Remainder("", other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Diễn đàn:lan", "dien_dan:@lan", "DIEN  DAN: lan"})
  void erase_findsSomebodyElsesHandle_withWhateverPlatformItIsWritten(String written)
      throws Exception {
    load("forum", "text/csv", "Mã KH,Họ và tên,SĐT,Nick\n1,Bưởi,0381234567,lan\n");
    load(
        "club",
        "text/csv",
        "Mã KH,Họ và tên,SĐT,Nick\n1,Lê Khác,0909000111,%s\n".formatted(written));
    var other = lookup(ProfilesFixture.DATA, "0909000111").getName();

    var done = desk.proceed(desk.erase(new PrivacyDesk.Wish(buoi(), "request 1", "lan")));

    assertThat(holders.others).contains("forum:lan");
    assertThat(done.remainders()).contains(new Remainder("forum", other));
  }

  @Test
  void erase_byAHandleAlone_waitsForTheServiceThatMayKnowItAsSomebodyElses() throws Exception {
    loadHandles();
    holders.away.add(REGISTRY);

    var begun = desk.proceed(desk.erase(new PrivacyDesk.Wish(buoi(), "request 1", "lan")));

    assertThat(begun.waiting()).containsExactly(REGISTRY, LISTENING);
    assertThat(holders.erased).isEmpty();
    holders.away.clear();
    assertThat(desk.proceed(begun).complete()).isTrue();
  }

  @Test
  void export_asksOnlyForAHandleWhosePlatformIsKnown() throws Exception {
    loadHandles();

    var found = desk.export(buoi(), false);

    assertThat(found.parts().get(LISTENING))
        .extracting(Holders.Holding::resource)
        .containsExactly("mentions/of-facebook:buoi.fb", "mentions/of-facebook:buoi");
  }

  @Test
  void erase_takesAContactPoint_thatIsSharedOnlyWithWhoeverIsErasedToo() throws Exception {
    var other = "{\"id\":\"1\",\"full name\":\"Lê Văn Khác\",\"phone\":\"0912345678\"}\n";
    load("home", "application/jsonl", other);

    var first = desk.erase("erase-1", wish("sources/crm/records/2"));
    var second = desk.erase("erase-2", wish("sources/home/records/1"));

    assertThat(second.profile()).isNotEqualTo(first.profile());
    assertThat(first.person().phones()).doesNotContain("+84912345678");
    assertThat(second.person().phones()).containsExactly("+84912345678");
  }

  private PrivacyDesk.Wish wish(String record) {
    var request = LookupProfileRequest.newBuilder().setRecord(record).build();
    var profile = profiles(ProfilesFixture.DATA).lookupProfile(request).getName();
    return new PrivacyDesk.Wish(profile, "request 2", "lan");
  }

  private void loadHandles() throws Exception {
    load("page", "text/csv", "Mã KH,Họ và tên,SĐT,Facebook\n1,Bưởi,0381234567,Buoi.FB\n");
    load("forum", "text/csv", "Mã KH,Họ và tên,SĐT,Nick\n1,Bưởi,0381234567,buoi.nick\n");
  }

  private String buoi() {
    return lookup(ProfilesFixture.DATA, "0381234567").getName();
  }

  /** A register of members that knows a handle, and a service that keeps what handles said. */
  private static final class Knowing implements Holders {
    final Set<String> away = new HashSet<>();
    final Map<String, List<List<String>>> erased = new TreeMap<>();
    final Set<String> others = new TreeSet<>();

    @Override
    public List<String> services() {
      return List.of(REGISTRY, LISTENING);
    }

    @Override
    public List<String> knowers() {
      return List.of(REGISTRY);
    }

    @Override
    public List<OthersHandle> others(String service, PersonKeys person) {
      refuseIfAway(service);
      return person.handles().contains("lan")
          ? List.of(new OthersHandle("tiktok:lan", "profiles/member"))
          : List.of();
    }

    @Override
    public long erase(String service, PersonKeys person, String reason) {
      refuseIfAway(service);
      erased.computeIfAbsent(service, _ -> new ArrayList<>()).add(person.handles());
      others.addAll(person.others());
      return 1;
    }

    @Override
    public List<String> followers() {
      return List.of();
    }

    @Override
    public void move(String service, Relocation relocation) {
      throw new AssertionError("nobody follows: " + service);
    }

    @Override
    public List<Holding> export(String service, PersonKeys person) {
      refuseIfAway(service);
      return service.equals(REGISTRY)
          ? List.of(
              holding("membership", "m-1", Map.of("platform", "facebook", "handle", "buoi")),
              holding("rejected-row", "r-1", Map.of("platform", "zalo", "handle", "lan")))
          : person.handles().stream()
              .map(handle -> holding("mention", "mentions/of-" + handle, Map.of()))
              .toList();
    }

    private static Holding holding(String kind, String resource, Map<String, Object> values) {
      return new Holding(resource, kind, values, Optional.empty());
    }

    private void refuseIfAway(String service) {
      if (away.contains(service)) {
        throw new Unavailable("SERVICES_AWAY", Map.of("services", service));
      }
    }
  }
}
