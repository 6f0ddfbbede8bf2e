package org.masterplan.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.gateway.issuer.FileUsers;
import org.masterplan.gateway.issuer.Issuer;
import org.masterplan.gateway.issuer.Keys;
import org.masterplan.gateway.issuer.User;
import org.masterplan.platform.testkit.TestClock;

class SessionsTest {
  static final User MAI = new User("mai", "Mai Võ", Set.of("cmo"), Set.of(), "", false);

  @TempDir Path folder;
  final TestClock clock = TestClock.at(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  FileUsers users;
  Issuer issuer;
  Sessions sessions;

  @BeforeEach
  void open() {
    users = new FileUsers(folder.resolve("users"));
    users.put(MAI);
    var keys = new Keys(folder.resolve("keys"), clock, () -> UUID.randomUUID().toString());
    issuer = new Issuer(keys, clock, Duration.ofMinutes(15), () -> UUID.randomUUID().toString());
    var length = new Sessions.Length(Duration.ofHours(8), clock);
    sessions = new Sessions(users::find, issuer, Sessions.decoder(keys, users), length);
  }

  @Test
  void renew_givesANewToken_onceTheOldOneIsHalfOver_orOver() {
    var token = issuer.issue(MAI).value();
    clock.advance(Duration.ofMinutes(7));
    assertThat(sessions.renew(token)).isEmpty();

    clock.advance(Duration.ofMinutes(1));
    var renewed = sessions.renew(token).orElseThrow();
    assertThat(renewed.token().expires()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
    clock.advance(Duration.ofHours(2));

    assertThat(sessions.renew(renewed.token().value()).orElseThrow().left())
        .isEqualTo(Duration.ofHours(8).minus(Duration.ofMinutes(128)));
  }

  @Test
  void renew_endsWithTheSession_howeverOftenItWasRenewed() {
    var token = issuer.issue(MAI).value();
    for (int hour = 1; hour < 8; hour++) {
      clock.advance(Duration.ofHours(1));
      token = sessions.renew(token).orElseThrow().token().value();
    }
    clock.advance(Duration.ofHours(1));

    assertThat(sessions.renew(token)).isEmpty();
  }

  @Test
  void renew_isRefusedToWhoeverWasShutOut_andToWhatIsNoTokenOfOurs() {
    var token = issuer.issue(MAI).value();
    clock.advance(Duration.ofMinutes(10));
    assertThat(sessions.renew(token.substring(0, token.length() - 6) + "AAAAAA")).isEmpty();
    assertThat(sessions.renew("nothing")).isEmpty();

    users.put(MAI.disable());

    assertThat(sessions.renew(token)).isEmpty();
  }
}
