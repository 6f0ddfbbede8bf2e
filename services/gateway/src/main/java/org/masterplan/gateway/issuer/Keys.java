package org.masterplan.gateway.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;

/**
 * The keys that sign tokens. A new one is made every {@link #AGE}; the one before stays published
 * until the last token it signed has expired.
 */
public final class Keys {
  static final Duration AGE = Duration.ofDays(30);
  private static final Duration KEPT = AGE.plusDays(2);
  private static final int BITS = 2048;

  private final Path file;
  private final Clock clock;
  private final Supplier<String> ids;
  private List<RSAKey> keys;

  public Keys(Path file, Clock clock, Supplier<String> ids) {
    this.file = file;
    this.clock = clock;
    this.ids = ids;
    this.keys = read(file);
  }

  /** The key to sign with now. */
  synchronized RSAKey current() {
    var now = clock.instant();
    if (keys.isEmpty() || made(keys.getLast()).plus(AGE).isBefore(now)) {
      rotate(now);
    }
    return keys.getLast();
  }

  /** Everything that services need to verify tokens, and nothing more. */
  public synchronized JWKSet published() {
    current();
    return new JWKSet(List.<JWK>copyOf(keys)).toPublicJWKSet();
  }

  private void rotate(Instant now) {
    var next = new ArrayList<>(keys);
    next.removeIf(key -> made(key).plus(KEPT).isBefore(now));
    next.add(generate(now));
    PrivateFiles.write(file, new JWKSet(List.<JWK>copyOf(next)).toString(false));
    keys = List.copyOf(next);
  }

  private RSAKey generate(Instant now) {
    try {
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyID(ids.get())
          .issueTime(Date.from(now))
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("no RSA key could be made", e);
    }
  }

  private static Instant made(JWK key) {
    var issued = key.getIssueTime();
    return issued == null ? Instant.EPOCH : issued.toInstant();
  }

  private static List<RSAKey> read(Path file) {
    try {
      if (!Files.exists(file)) {
        return List.of();
      }
      return JWKSet.parse(Files.readString(file)).getKeys().stream().map(JWK::toRSAKey).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException(file + ": not a set of keys (expected: a JWK set)", e);
    }
  }
}
