package org.masterplan.profiles.export.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.export.domain.ProfileExport;
import org.masterplan.profiles.identity.domain.ProfileId;

class HandingOutTest {
  private static final Clock CLOCK = Clock.fixed(ExportsContract.NOW, ZoneOffset.UTC);
  private static final ProfileExport.Asked ASKED =
      new ProfileExport.Asked(
          "data",
          "checking",
          ProfileExport.Format.CSV,
          false,
          new ProfileExport.Contents(ProfileExport.Kind.GIVE_BACK, "crm"));

  private final Exports exports = new InMemoryExports();
  private final HandingOut files = new HandingOut(exports, () -> "one", CLOCK);

  @Test
  void run_countsEverybodyOnce_howeverOftenTheyCome() {
    var ended =
        files.run(
            ASKED,
            leaving -> {
              leaving.hold(List.of(held(7, 1), held(3, 2)));
              leaving.hold(List.of(held(7, 4)));
            });

    assertThat(ended.count()).isEqualTo(ProfileExport.Count.of(2));
    assertThat(ended.state()).isEqualTo(ProfileExport.State.COMPLETE);
    assertThat(exports.find("one")).contains(ended);
    assertThat(exports.holding(List.of(ProfileId.name(3)), List.of())).containsExactly("one");
    assertThat(exports.holding(List.of(), List.of(4L))).containsExactly("one");
  }

  @Test
  void run_writesDownWhoeverLeft_alsoOfAFileThatBrokeOff() {
    assertThatThrownBy(
            () ->
                files.run(
                    ASKED,
                    leaving -> {
                      leaving.hold(List.of(held(7, 1)));
                      throw new IllegalStateException("nobody reads it");
                    }))
        .hasMessage("nobody reads it");

    var ended = exports.find("one").orElseThrow();
    assertThat(ended.state()).isEqualTo(ProfileExport.State.BROKEN_OFF);
    assertThat(ended.count().people()).isEqualTo(1);
    assertThat(exports.holding(List.of(ProfileId.name(7)), List.of())).containsExactly("one");
  }

  private static Exports.Held held(long profile, long record) {
    return new Exports.Held(ProfileId.name(profile), List.of(record));
  }
}
