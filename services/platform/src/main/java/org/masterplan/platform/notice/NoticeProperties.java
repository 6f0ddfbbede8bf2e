package org.masterplan.platform.notice;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices leave. Mail also needs {@code spring.mail.host} and the addresses.
 *
 * @param from the sender of mails
 * @param addresses file of {@link AddressBook}; empty: nobody gets mail
 * @param round how often it is looked whether a digest is due
 * @param webhook where notices are posted
 */
@ConfigurationProperties("masterplan.notice")
public record NoticeProperties(
    @DefaultValue("plan@localhost") String from,
    @DefaultValue("") String addresses,
    @DefaultValue("10m") Duration round,
    @DefaultValue Webhook webhook) {
  /**
   * A receiver of notices.
   *
   * @param address where to post; empty for nowhere
   * @param secret with which posts are signed, known to both sides
   * @param hosts that may be called
   * @param privateAllowed whether the receiver may be inside this network
   */
  public record Webhook(
      @DefaultValue("") String address,
      @DefaultValue("") String secret,
      @DefaultValue List<String> hosts,
      @DefaultValue("false") boolean privateAllowed) {}
}
