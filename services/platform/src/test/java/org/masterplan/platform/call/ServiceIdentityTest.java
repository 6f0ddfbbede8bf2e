package org.masterplan.platform.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.kernel.actor.Role;
import org.springframework.security.oauth2.jwt.BadJwtException;

class ServiceIdentityTest {
  @TempDir Path folder;

  @Test
  void token_ofOneService_isAcceptedByAnotherOfTheSameSecret() {
    var file = folder.resolve("keys/service.key");
    var profiles = ServiceIdentity.fromFile("customer-profiles", file, Clock.systemUTC());
    var governance = ServiceIdentity.fromFile("message-governance", file, Clock.systemUTC());

    var actor = tokens(governance).actor(profiles.token(), "");

    assertThat(actor).isNotNull();
    assertThat(actor.subject()).isEqualTo("service:customer-profiles");
    assertThat(actor.roles()).containsExactly(Role.SERVICE);
  }

  @Test
  void token_ofAnotherInstallation_isRefused() {
    var ours = ServiceIdentity.alone("customer-profiles", Clock.systemUTC());
    var theirs = ServiceIdentity.alone("customer-profiles", Clock.systemUTC());

    assertThat(tokens(ours).actor(theirs.token(), "")).isNull();
  }

  @Test
  void fromFile_makesTheSecretReadableByItsOwnerOnly() throws Exception {
    var file = folder.resolve("service.key");
    var made = ServiceIdentity.fromFile("customer-profiles", file, Clock.systemUTC());

    assertThat(made.token()).isNotEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  private static Tokens tokens(ServiceIdentity identity) {
    return new Tokens(
        new TwoIssuers(
            token -> {
              throw new BadJwtException("no people here");
            },
            identity));
  }
}
