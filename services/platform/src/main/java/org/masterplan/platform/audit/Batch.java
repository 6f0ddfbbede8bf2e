package org.masterplan.platform.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;

/**
 * Entries sealed together. The hash covers everything else in the batch and the hash of the batch
 * before it, so that no batch can be changed, left out or put elsewhere unseen.
 */
record Batch(long number, Instant at, String previous, List<SealedEntry> entries, String hash) {
  /** What the first batch has in place of a previous hash. */
  static final String NONE = "";

  static Batch seal(long number, Instant at, String previous, List<SealedEntry> entries) {
    var sealedAt = at.truncatedTo(ChronoUnit.MILLIS);
    return new Batch(
        number, sealedAt, previous, entries, digest(number, sealedAt, previous, entries));
  }

  boolean isIntact() {
    return hash.equals(digest(number, at, previous, entries));
  }

  Document write() {
    return new Document("_id", number)
        .append("at", Date.from(at))
        .append("previous", previous)
        .append("entries", entries.stream().map(SealedEntry::write).toList())
        .append("hash", hash);
  }

  static Batch read(Document document) {
    var stored = new Stored(document);
    return new Batch(
        stored.number("_id"),
        stored.time("at"),
        stored.text("previous"),
        stored.documents("entries").stream().map(SealedEntry::read).toList(),
        stored.text("hash"));
  }

  private static String digest(
      long number, Instant at, String previous, List<SealedEntry> entries) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeLong(number);
      out.writeLong(at.toEpochMilli());
      text(out, previous);
      out.writeInt(entries.size());
      for (var entry : entries) {
        write(out, entry);
      }
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static void write(DataOutputStream out, SealedEntry entry) throws IOException {
    text(out, entry.collection());
    text(out, entry.document());
    text(out, entry.resource());
    out.writeLong(entry.revision());
    out.writeLong(entry.at().toEpochMilli());
    text(out, entry.actor());
    text(out, entry.act());
    out.writeInt(entry.fields().size());
    for (var field : entry.fields()) {
      text(out, field);
    }
    text(out, entry.reason());
  }

  /** With its length in front, so that two texts never read like two others. */
  private static void text(DataOutputStream out, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
