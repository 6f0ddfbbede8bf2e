package org.masterplan.platform.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.masterplan.kernel.notice.Tidings;

/** Tells people by notices: in their inbox, and from there by mail and webhook. */
public record NoticedTidings(Notices notices) implements Tidings {
  private static final int ID_BYTES = 16;

  @Override
  public void tell(Tiding tiding) {
    var recipient = inbox(tiding.to());
    var id = id(tiding.occasion(), recipient);
    notices.add(
        new Notice(id, recipient, tiding.reason(), tiding.values(), tiding.about(), tiding.at()));
  }

  /**
   * The same for the same occasion and recipient. A hash, because names and subjects may be long or
   * hold what an id may not.
   */
  private static String id(String occasion, String recipient) {
    try {
      var text = occasion + "\n" + recipient;
      var hash = MessageDigest.getInstance("SHA-256");
      var digest = hash.digest(text.getBytes(StandardCharsets.UTF_8));
      return "n" + HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static String inbox(Recipient recipient) {
    return switch (recipient) {
      case Recipient.Person(var subject) -> subject;
      case Recipient.Employee(var name) -> name;
      case Recipient.Office(var role) -> Offices.of(role);
      case Recipient.Unit(var name) -> Offices.unit(name);
    };
  }
}
