package org.masterplan.gateway.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.masterplan.kernel.refusal.InvalidFields;

/**
 * Lets the first administrator in, once, as long as nobody administers the installation: whoever
 * reads the server's first lines holds the machine anyway. Only the hash of the secret is kept.
 */
public final class FirstAdministrator {
  private static final String ADMINISTRATOR = "administrator";
  private final Path file;
  private final Users users;
  private final Passwords passwords;
  private final Supplier<String> secrets;

  public FirstAdministrator(Path file, Users users, Passwords passwords, Supplier<String> secrets) {
    this.file = file;
    this.users = users;
    this.passwords = passwords;
    this.secrets = secrets;
  }

  /** A new secret, if nobody administers yet; the one before is worth nothing any more. */
  public synchronized Optional<String> invite() {
    if (isAdministered()) {
      return Optional.empty();
    }
    var secret = secrets.get();
    PrivateFiles.write(file, hash(secret));
    return Optional.of(secret);
  }

  /** Whether the secret would let somebody in now. */
  public synchronized boolean accepts(String secret) {
    return !isAdministered() && MessageDigest.isEqual(bytes(stored()), bytes(hash(secret)));
  }

  /** Makes the holder of the secret the first administrator; empty if it is not the secret. */
  public synchronized Optional<User> admit(String secret, String id, String name, String password) {
    if (!accepts(secret)) {
      return Optional.empty();
    }
    UserAdministration.mustBeId(id);
    if (users.find(id).isPresent()) {
      throw InvalidFields.of("id", "USER_TAKEN", Map.of("value", id));
    }
    var user = new User(id, name, roles(), Set.of(), passwords.hash(password), false);
    users.put(user);
    PrivateFiles.write(file, "");
    return Optional.of(user);
  }

  /**
   * Alone, one person has to decide too; where others are, nobody gives themselves their office.
   */
  private Set<String> roles() {
    return users.list().isEmpty() ? Set.of(ADMINISTRATOR, "cmo") : Set.of(ADMINISTRATOR);
  }

  /** Others may be there before: the command line adds users to a plan that nobody has opened. */
  private boolean isAdministered() {
    return users.list().stream().anyMatch(user -> user.roles().contains(ADMINISTRATOR));
  }

  private String stored() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(String secret) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(secret)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
