package org.masterplan.platform.call;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * The identity with which services act for no person: tokens of five minutes, signed with a secret
 * that only the services of one installation share, in a file of mode 600.
 */
public final class ServiceIdentity {
  static final String ISSUER = "masterplan-services";
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final Duration RENEW_BEFORE = Duration.ofMinutes(1);

  private final String service;
  private final SecretKey key;
  private final NimbusJwtEncoder encoder;
  private final Clock clock;
  private volatile @Nullable Minted minted;

  private record Minted(String token, Instant expires) {}

  ServiceIdentity(String service, byte[] secret, Clock clock) {
    this.service = service;
    this.key = new SecretKeySpec(secret, "HmacSHA256");
    this.encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
    this.clock = clock;
  }

  /** Reads the secret, or makes it where there is none yet. */
  public static ServiceIdentity fromFile(String service, Path file, Clock clock) {
    try {
      if (Files.notExists(file)) {
        create(file);
      }
      return new ServiceIdentity(service, Base64.getDecoder().decode(text(file)), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An identity that only this process knows, where there is nobody else to call. */
  public static ServiceIdentity alone(String service, Clock clock) {
    return new ServiceIdentity(service, random(), clock);
  }

  /** A token that is valid for at least another minute. */
  public String token() {
    var now = clock.instant();
    var last = minted;
    if (last == null || now.isAfter(last.expires().minus(RENEW_BEFORE))) {
      last = mint(now);
      minted = last;
    }
    return last.token();
  }

  /** Verifies tokens of this installation's services, and no other algorithm. */
  JwtDecoder decoder() {
    return NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).build();
  }

  private Minted mint(Instant now) {
    var expires = now.plus(LIFE);
    var claims =
        JwtClaimsSet.builder()
            .issuer(ISSUER)
            .subject("service:" + service)
            .claim("roles", List.of("service"))
            .issuedAt(now)
            .expiresAt(expires)
            .build();
    var header = JwsHeader.with(MacAlgorithm.HS256).build();
    return new Minted(
        encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue(), expires);
  }

  private static void create(Path file) throws IOException {
    var absolute = file.toAbsolutePath();
    var folder = absolute.getParent();
    if (folder == null) {
      throw new IOException(file + " is no file name");
    }
    Files.createDirectories(folder);
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var draft = Files.createTempFile(folder, "service", ".key", mode);
    Files.writeString(draft, Base64.getEncoder().encodeToString(random()));
    try {
      // A link, not a move: of two services that start together one secret wins for both.
      Files.createLink(absolute, draft);
    } catch (FileAlreadyExistsException _) {
      // The other service was first; its secret stands.
    } catch (UnsupportedOperationException _) {
      Files.move(draft, absolute, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.deleteIfExists(draft);
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file).strip();
  }

  private static byte[] random() {
    var secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return secret;
  }
}
