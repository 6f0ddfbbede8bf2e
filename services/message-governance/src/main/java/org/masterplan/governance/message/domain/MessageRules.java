package org.masterplan.governance.message.domain;

import java.util.List;
import java.util.regex.Pattern;
import org.masterplan.governance.contact.domain.Channel;
import org.masterplan.governance.contact.domain.MessageClass;
import org.masterplan.governance.message.domain.MessageRule.Circumstances;
import org.masterplan.governance.policy.domain.Policy;
import org.masterplan.governance.policy.domain.Severity;
import org.masterplan.kernel.text.Texts;

/** Every rule about a message as it is written, gravest first. */
public final class MessageRules {
  /** The rule that the approval enforces (capability 51). */
  public static final String PROMOTION_FORBIDDEN = "promotion-where-forbidden";

  private static final String TODAY = "2026-11-21";

  /** Words that sell, without marks and case: "Giảm giá" and "giam gia" are one. */
  private static final Pattern SELLING =
      Pattern.compile(
          "\\b(giam gia|khuyen mai|uu dai|mua ngay|mua \\d+ tang \\d+|gia soc|dat hang ngay"
              + "|voucher|flash sale|sale off|buy now|discount|promo code)\\b");

  private static final Pattern LABEL = Pattern.compile("^\\s*\\[(QC|AD)\\]");

  private static final List<MessageRule> ALL =
      List.of(
          new MessageRule(
              Policy.message(
                  "advertising-label",
                  "2020-10-01",
                  Severity.LAW,
                  "Decree 91/2020/ND-CP, art. 14-15"),
              (content, _) -> lacksLabel(content)),
          new MessageRule(
              Policy.message(PROMOTION_FORBIDDEN, TODAY, Severity.RULE, "").answering(51),
              MessageRules::sellsWhereForbidden),
          new MessageRule(
              Policy.message("hidden-promotion", TODAY, Severity.WARNING, "").answering(51),
              (content, _) -> sellsUnderAnotherName(content)),
          new MessageRule(
              Policy.message("planned-in-the-past", TODAY, Severity.WARNING, ""),
              MessageRules::isInThePast));

  private MessageRules() {}

  public static List<MessageRule> all() {
    return ALL;
  }

  /** The rules that object. */
  public static List<Policy> objections(Content content, Circumstances circumstances) {
    return ALL.stream()
        .filter(r -> r.check().objects(content, circumstances))
        .map(MessageRule::policy)
        .toList();
  }

  private static boolean lacksLabel(Content content) {
    return content.messageClass() == MessageClass.PROMOTION
        && content.channel() == Channel.SMS
        && !LABEL.matcher(content.text()).find();
  }

  private static boolean sellsWhereForbidden(Content content, Circumstances circumstances) {
    return content.messageClass() == MessageClass.PROMOTION
        && !circumstances.closedToPromotion().isEmpty();
  }

  private static boolean sellsUnderAnotherName(Content content) {
    return content.messageClass() != MessageClass.PROMOTION
        && SELLING.matcher(Texts.fold(content.title() + " " + content.text())).find();
  }

  private static boolean isInThePast(Content content, Circumstances circumstances) {
    var planned = content.plannedTime();
    return planned != null && planned.isBefore(circumstances.now());
  }
}
