package org.masterplan.profiles.profile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.identity.app.IdentityFixture;

class ResolvingTest {
  static final String HOTLINE = "+84901112233";

  IdentityFixture f = new IdentityFixture();
  Resolving resolving = new Resolving(f.identity, f.records);

  @Test
  void resolve_nextToACrowd_findsEveryOther_andTheCrowdMeansNobody() {
    var one = f.record("a-1", "phone", HOTLINE, "fullName", "Nguyễn An");
    f.identity.resolve(List.of(one), "loader");
    for (int i = 0; i < 6000; i++) {
      f.record("b-" + i, "phone", HOTLINE);
    }
    var lan = f.record("z-1", "phone", HOTLINE, "email", "lan@x.vn", "fullName", "Trần Thị Lan");
    f.identity.resolve(List.of(lan), "loader");

    var answer = resolving.resolve(List.of(keys("", HOTLINE), keys("lan@x.vn", HOTLINE)));

    assertThat(answer.profiles().getFirst()).isEmpty();
    assertThat(answer.profiles().getLast()).startsWith("profiles/");
  }

  private static Resolving.Keys keys(String email, String phone) {
    return new Resolving.Keys("", "", email, phone, "");
  }
}
