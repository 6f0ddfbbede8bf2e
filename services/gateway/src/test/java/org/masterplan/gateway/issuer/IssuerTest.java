package org.masterplan.gateway.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.kernel.refusal.InvalidFields;

class IssuerTest {
  @TempDir Path folder;
  Instant now = Instant.parse("2026-11-21T02:00:00Z");
  final AtomicInteger ids = new AtomicInteger();
  final Passwords passwords = new Passwords(4);

  @Test
  void issue_saysWhoSomebodyIs_signedByThePublishedKey() throws Exception {
    var keys = keys();
    var token = issuer(keys).issue(new DemoUsers("sua", "do-uong").find("unit").orElseThrow());

    var jwt = SignedJWT.parse(token.value());
    assertThat(jwt.verify(new RSASSAVerifier(keys.published().getKeys().getFirst().toRSAKey())))
        .isTrue();
    assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo("unit");
    assertThat(jwt.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("business-unit");
    assertThat(jwt.getJWTClaimsSet().getStringListClaim("units")).containsExactly("sua");
    assertThat(token.expires()).isEqualTo(now.plus(Duration.ofHours(8)));
    assertThat(keys.published().getKeys()).noneMatch(k -> k.isPrivate());
  }

  @Test
  void keys_areKeptForTheirOwnerAlone_andReadAgain() throws Exception {
    var before = keys().published().toString();

    assertThat(keys().published()).hasToString(before);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
        .isEqualTo("rw-------");
  }

  @Test
  void keys_rotate_andTheOldOneStaysUntilItsTokensExpired() {
    var keys = keys();
    var first = keys.current().getKeyID();

    now = now.plus(Keys.AGE).plusSeconds(1);
    assertThat(keys.current().getKeyID()).isNotEqualTo(first);
    assertThat(keys.published().getKeys()).hasSize(2);

    now = now.plus(Keys.AGE).plusSeconds(1);
    keys.current();
    assertThat(keys.published().getKeyByKeyId(first)).isNull();
  }

  @Test
  void signIn_pausesAfterFiveWrongPasswords() {
    var users = users();
    var signIns = new SignIns(users, passwords, clock());
    add(users);

    assertThat(signIns.tryPassword("mai", "right password")).isPresent();
    for (int i = 0; i < 5; i++) {
      assertThat(signIns.tryPassword("mai", "wrong password")).isEmpty();
    }
    assertThat(signIns.tryPassword("mai", "right password")).isEmpty();
    assertThat(signIns.paused("mai")).isTrue();
    now = now.plus(Duration.ofMinutes(6));
    assertThat(signIns.tryPassword("mai", "right password")).isPresent();
  }

  /** Each try begins another before it has looked at its password, as requests at once may. */
  @Test
  void signIn_countsTriesThatAreMadeAtOnce() {
    var looked = new AtomicInteger();
    var signIns = new AtomicReference<SignIns>();
    var kept = users();
    var users =
        new Users() {
          @Override
          public Optional<User> find(String id) {
            if (looked.incrementAndGet() < 20) {
              signIns.get().tryPassword(id, "wrong password");
            }
            return kept.find(id);
          }

          @Override
          public List<User> list() {
            return kept.list();
          }

          @Override
          public void put(User user) {
            kept.put(user);
          }
        };
    signIns.set(new SignIns(users, passwords, clock()));

    assertThat(signIns.get().tryPassword("mai", "wrong password")).isEmpty();

    assertThat(looked).hasValue(5);
    assertThat(signIns.get().paused("mai")).isTrue();
  }

  @Test
  void signIn_refusesADisabledUser_andTheFileHoldsNoPassword() throws Exception {
    var users = users();
    add(users);
    new UserAdministration(users, passwords).disable("mai");

    assertThat(new SignIns(users, passwords, clock()).tryPassword("mai", "right password"))
        .isEmpty();
    assertThat(Files.readString(folder.resolve("users"))).doesNotContain("right password");
  }

  @Test
  void add_refusesShortPasswords_andUnknownRoles() {
    var administration = new UserAdministration(users(), passwords);

    assertThatThrownBy(
            () ->
                administration.add(
                    new UserAdministration.NewUser("mai", "Mai", Set.of("cmo"), Set.of(), "short")))
        .isInstanceOf(InvalidFields.class);
    assertThatThrownBy(
            () ->
                administration.add(
                    new UserAdministration.NewUser(
                        "mai", "Mai", Set.of("king"), Set.of(), "right password")))
        .isInstanceOf(InvalidFields.class);
  }

  @Test
  void theFirstAdministrator_isAdmittedOnce() throws Exception {
    var users = users();
    var first =
        new FirstAdministrator(
            folder.resolve("first"), users, passwords, () -> "secret-" + ids.incrementAndGet());
    var old = first.invite().orElseThrow();
    var secret = first.invite().orElseThrow();

    assertThat(Files.readString(folder.resolve("first"))).doesNotContain(secret);
    assertThat(first.admit(old, "mai", "Mai", "right password")).isEmpty();
    assertThat(first.admit(secret, "mai", "Mai", "right password").orElseThrow().roles())
        .containsExactlyInAnyOrder("administrator", "cmo");
    assertThat(first.admit(secret, "eve", "Eve", "right password")).isEmpty();
    assertThat(first.invite()).isEmpty();
  }

  @Test
  void theFirstAdministrator_isStillInvited_whileThoseThereDoNotAdminister() {
    var users = users();
    var first = new FirstAdministrator(folder.resolve("first"), users, passwords, () -> "secret");
    var secret = first.invite().orElseThrow();
    add(users);

    assertThat(first.accepts(secret)).isTrue();
    assertThat(first.invite()).isPresent();
    assertThatThrownBy(() -> first.admit(secret, "mai", "Eve", "another password"))
        .isInstanceOf(InvalidFields.class);
    assertThat(users.find("mai").orElseThrow().name()).isEqualTo("Mai Võ");
    assertThat(first.admit(secret, "son", "Sơn", "right password").orElseThrow().roles())
        .containsExactly("administrator");
    assertThat(first.accepts(secret)).isFalse();
  }

  private void add(Users users) {
    new UserAdministration(users, passwords)
        .add(
            new UserAdministration.NewUser(
                "mai", "Mai Võ", Set.of("cmo"), Set.of(), "right password"));
  }

  private Users users() {
    return new FileUsers(folder.resolve("users"));
  }

  private Keys keys() {
    return new Keys(folder.resolve("keys"), clock(), () -> "key-" + ids.incrementAndGet());
  }

  private Issuer issuer(Keys keys) {
    return new Issuer(keys, clock(), Duration.ofHours(8), () -> "id-" + ids.incrementAndGet());
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }
}
