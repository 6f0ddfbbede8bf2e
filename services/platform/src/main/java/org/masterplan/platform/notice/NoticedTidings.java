package org.masterplan.platform.notice;

import com.mongodb.MongoException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.kernel.refusal.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people by notices: in their inbox, and from there by mail and webhook. */
public record NoticedTidings(Notices notices) implements Tidings {
  private static final Logger log = LoggerFactory.getLogger(NoticedTidings.class);
  private static final int ID_BYTES = 16;

  @Override
  public void tell(Tiding tiding) {
    var recipient = inbox(tiding.to());
    var id = id(tiding.occasion(), recipient);
    var notice =
        new Notice(id, recipient, tiding.reason(), tiding.values(), tiding.about(), tiding.at());
    try {
      notices.add(notice);
    } catch (MongoException e) {
      log.warn("notice {} is not kept: {}", tiding.reason(), e.getClass().getSimpleName());
      throw new Unavailable("STORE_AWAY", Map.of());
    }
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
