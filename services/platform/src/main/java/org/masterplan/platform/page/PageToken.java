package org.masterplan.platform.page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.masterplan.kernel.query.Position;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.InvalidFields;

/**
 * An opaque page token: a digest of the query it belongs to, then the position. The digest is not a
 * signature: a forged position shows a caller nothing that the list would not.
 */
final class PageToken {
  private static final int DIGEST = 8;

  private PageToken() {}

  static String write(Position position, String binding) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.write(digest(binding));
      write(position.key(), out);
      out.writeUTF(position.id());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /** Refuses a token that is not ours, or that belongs to another query. */
  static Position read(String token, String binding) {
    try (var in = new DataInputStream(new ByteArrayInputStream(decode(token)))) {
      if (!Arrays.equals(in.readNBytes(DIGEST), digest(binding))) {
        throw refused("PAGE_TOKEN_OTHER_QUERY");
      }
      return new Position(readValue(in), in.readUTF());
    } catch (IOException | RuntimeException e) {
      throw e instanceof InvalidFields known ? known : refused("PAGE_TOKEN_FORMAT");
    }
  }

  private static byte[] decode(String token) {
    return Base64.getUrlDecoder().decode(token);
  }

  private static void write(Value value, DataOutputStream out) throws IOException {
    switch (value) {
      case Value.Absent() -> out.writeByte(0);
      case Value.Present() -> out.writeByte(0);
      case Value.Text(var text) -> {
        out.writeByte(1);
        out.writeUTF(text);
      }
      case Value.Number(var number) -> {
        out.writeByte(2);
        out.writeDouble(number);
      }
      case Value.Bool(var truth) -> {
        out.writeByte(3);
        out.writeBoolean(truth);
      }
      case Value.Time(var instant) -> {
        out.writeByte(4);
        out.writeLong(instant.toEpochMilli());
      }
    }
  }

  private static Value readValue(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case 0 -> new Value.Absent();
      case 1 -> new Value.Text(in.readUTF());
      case 2 -> new Value.Number(in.readDouble());
      case 3 -> new Value.Bool(in.readBoolean());
      case 4 -> new Value.Time(Instant.ofEpochMilli(in.readLong()));
      default -> throw refused("PAGE_TOKEN_FORMAT");
    };
  }

  private static byte[] digest(String binding) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return Arrays.copyOf(sha.digest(binding.getBytes(StandardCharsets.UTF_8)), DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static InvalidFields refused(String reason) {
    return InvalidFields.of("page_token", reason, Map.of());
  }
}
