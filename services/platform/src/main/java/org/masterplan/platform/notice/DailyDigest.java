package org.masterplan.platform.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.text.TextCatalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;

/**
 * One mail a day to everybody who has unread notices of earlier days. However often it is sent, who
 * got today's gets no other: what came since is tomorrow's.
 */
public final class DailyDigest {
  private static final Logger log = LoggerFactory.getLogger(DailyDigest.class);
  private static final int MOST = 100;

  private final Notices notices;
  private final Recipients recipients;
  private final MailSender sender;
  private final Post post;

  /**
   * How it leaves.
   *
   * @param from the sender
   * @param zone where a day begins and ends
   */
  public record Post(String from, Clock clock, ZoneId zone) {
    private Instant today() {
      return LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant();
    }
  }

  public DailyDigest(Notices notices, Recipients recipients, MailSender sender, Post post) {
    this.notices = notices;
    this.recipients = recipients;
    this.sender = sender;
    this.post = post;
  }

  /** Sends what is due; how many mails. A mail that fails is sent with the next digest. */
  public int send(Leasing.Held held) {
    int sent = 0;
    var last = "";
    var today = post.today();
    for (var next = notices.unmailed(last, today, MOST);
        !next.isEmpty();
        next = notices.unmailed(last, today, MOST)) {
      held.check();
      last = next.getFirst().recipient();
      sent += send(last, next, today) ? 1 : 0;
    }
    return sent;
  }

  /** A mail lists the oldest; that of the others it tells the number, and they are in the plan. */
  private boolean send(String subject, List<Notice> listed, Instant today) {
    var recipient = recipients.find(subject);
    if (recipient.isEmpty()) {
      return false;
    }
    try {
      sender.send(mail(recipient.get(), listed, notices.unmailed(subject, today)));
      notices.mailed(subject, today);
      return true;
    } catch (MailException e) {
      log.warn("a digest could not be sent: {}", e.getClass().getSimpleName());
      return false;
    }
  }

  private SimpleMailMessage mail(Recipients.Recipient recipient, List<Notice> listed, long due) {
    var texts = TextCatalogue.shared();
    var count = Map.of("count", String.valueOf(due));
    long more = due - listed.size();
    var mail = new SimpleMailMessage();
    mail.setFrom(post.from());
    mail.setTo(recipient.address());
    mail.setSubject(texts.say(recipient.locale(), "DIGEST_SUBJECT", count));
    var rest = Map.of("count", String.valueOf(more));
    mail.setText(
        listed.stream()
            .map(each -> "- " + texts.say(recipient.locale(), each.reason(), each.values()))
            .collect(
                Collectors.joining(
                    "\n",
                    texts.say(recipient.locale(), "DIGEST_INTRODUCTION", count) + "\n\n",
                    more <= 0
                        ? "\n"
                        : "\n" + texts.say(recipient.locale(), "DIGEST_MORE", rest) + "\n")));
    return mail;
  }
}
