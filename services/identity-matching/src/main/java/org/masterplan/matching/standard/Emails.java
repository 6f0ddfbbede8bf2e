package org.masterplan.matching.standard;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.masterplan.matching.record.Part;
import org.masterplan.matching.record.Standardised;
import org.masterplan.matching.record.Validity;

/** E-mail addresses as the mailbox that they reach: without tags, and without Gmail's dots. */
final class Emails {
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>,;:\"()\\[\\]]{1,64}@(?:[\\p{L}0-9-]{1,63}\\.)+[\\p{L}0-9-]{2,63}");
  private static final Pattern SEVERAL = Pattern.compile("[;,|<>()\\[\\]\"\\s]+|mailto:");
  private static final int LONGEST = 254;
  private static final Set<String> NOBODY =
      Set.of(
          "no",
          "none",
          "null",
          "na",
          "n/a",
          "khong",
          "khongco",
          "khongcomail",
          "khongcoemail",
          "chuaco",
          "noemail",
          "no-email",
          "no.email",
          "nomail",
          "noreply",
          "no-reply",
          "test",
          "abc",
          "xxx",
          "email",
          "mail",
          "unknown",
          "example",
          "asdf",
          "aaa");
  private static final Set<String> ROLES =
      Set.of(
          "info",
          "sales",
          "support",
          "contact",
          "admin",
          "office",
          "hello",
          "marketing",
          "hr",
          "cskh",
          "lienhe",
          "ketoan",
          "kinhdoanh",
          "tuyendung",
          "service",
          "help",
          "webmaster");

  private Emails() {}

  static Standardised email(String raw) {
    var cut = raw.length() > 1000 ? raw.substring(0, 1000) : raw;
    var plain = Normalizer.normalize(cut, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    if (plain.isEmpty()) {
      return Standardised.missing(raw);
    }
    var found =
        SEVERAL
            .splitAsStream(plain)
            .filter(Emails::address)
            .map(Emails::mailbox)
            .distinct()
            .toList();
    if (found.isEmpty()) {
      var unread = PlainStandards.unread(raw);
      return NOBODY.contains(unread.folded().replace(" ", ""))
          ? Standardised.placeholder(raw)
          : unread;
    }
    return value(raw, found);
  }

  private static boolean address(String text) {
    return text.length() <= LONGEST && ADDRESS.matcher(text).matches() && !text.contains("..");
  }

  private static String mailbox(String address) {
    int at = address.indexOf('@');
    var local = address.substring(0, at);
    var domain = address.substring(at + 1);
    int tag = local.indexOf('+');
    local = tag > 0 ? local.substring(0, tag) : local;
    if (domain.equals("googlemail.com") || domain.equals("gmail.com")) {
      var dotless = local.replace(".", "");
      return (dotless.isEmpty() ? local : dotless) + "@gmail.com";
    }
    return local + "@" + domain;
  }

  private static Standardised value(String raw, List<String> found) {
    var first = found.getFirst();
    int at = first.indexOf('@');
    var local = Letters.fold(first.substring(0, at));
    if (NOBODY.contains(local)) {
      return Standardised.placeholder(raw);
    }
    var steps = EnumSet.noneOf(Step.class);
    if (found.size() > 1) {
      steps.add(Step.FIRST_OF_SEVERAL);
    }
    if (ROLES.contains(local)) {
      steps.add(Step.MAILBOX_OF_A_ROLE);
    }
    return new Standardised(
        raw,
        first,
        Letters.fold(first),
        List.of(Letters.fold(first)),
        Map.of(Part.LOCAL, local, Part.DOMAIN, first.substring(at + 1)),
        found.subList(1, found.size()),
        Validity.VALID,
        Step.texts(steps));
  }
}
