package org.masterplan.listening.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.masterplan.kernel.text.Texts;

/**
 * Tells a complaint by a small list of words, English and Vietnamese. A text that lost its marks is
 * read without them; then only cues of two words or more count, because "hong" is broken, pink and
 * Hong.
 */
public final class Complaints {
  private static final List<String> VIETNAMESE =
      List.of(
          "thất vọng",
          "bức xúc",
          "lừa đảo",
          "tệ quá",
          "quá tệ",
          "rất tệ",
          "quá kém",
          "rất kém",
          "không hài lòng",
          "không trả lời",
          "không ai trả lời",
          "không giao hàng",
          "giao chậm",
          "giao hàng chậm",
          "giao sai",
          "giao nhầm",
          "giao thiếu",
          "bị hỏng",
          "bị lỗi",
          "bị vỡ",
          "hết hạn sử dụng",
          "hàng giả",
          "hàng kém",
          "kém chất lượng",
          "khiếu nại",
          "phàn nàn",
          "tẩy chay",
          "đòi hoàn tiền",
          "hoàn tiền cho tôi",
          "trả lại tiền",
          "ngộ độc",
          "đau bụng",
          "dị ứng",
          "có mùi lạ",
          "mùi hôi",
          "bị mốc",
          "có giòi",
          "có dị vật",
          "thái độ kém",
          "thái độ tồi",
          "phục vụ kém",
          "phục vụ tệ",
          "mãi không",
          "chờ mãi",
          "không bao giờ mua",
          "đừng mua",
          "mất tiền",
          "chán quá",
          "lỗi hoài",
          "không dùng được",
          "không hoạt động",
          "bị trừ tiền",
          "treo máy");

  private static final List<String> ENGLISH =
      List.of(
          "disappointed",
          "disappointing",
          "terrible",
          "awful",
          "worst",
          "scam",
          "rip off",
          "broken",
          "defective",
          "does not work",
          "doesn't work",
          "not working",
          "never arrived",
          "still waiting",
          "no reply",
          "no response",
          "no one answers",
          "refund",
          "complaint",
          "complain",
          "poor quality",
          "bad service",
          "poor service",
          "rude",
          "expired",
          "mouldy",
          "moldy",
          "smells bad",
          "made me sick",
          "food poisoning",
          "overcharged",
          "unacceptable",
          "never buy again",
          "do not buy",
          "don't buy",
          "boycott",
          "waste of money",
          "late again");

  /** Said of what did not happen. */
  private static final Pattern DENIED =
      Pattern.compile(
          "(không( hề| bị)?|chưa( hề| bao giờ)?|chẳng|not|never|no|without|isn't|wasn't)$");

  private static final Pattern DENIED_WITHOUT_MARKS =
      Pattern.compile("(khong( he| bi)?|chua( he| bao gio)?|chang)$");

  private Complaints() {}

  /** The cues found, without marks; empty if the text does not complain. */
  public static List<String> cues(String text) {
    var plain = Texts.canonical(text).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    boolean marked = hasMarks(plain);
    var english = ENGLISH.stream().filter(cue -> says(plain, cue, DENIED));
    var folded = Texts.fold(plain);
    var vietnamese =
        VIETNAMESE.stream()
            .filter(
                cue ->
                    marked
                        ? says(plain, cue, DENIED)
                        : says(folded, Texts.fold(cue), DENIED_WITHOUT_MARKS));
    return Stream.concat(vietnamese, english).map(Texts::fold).sorted().toList();
  }

  private static boolean hasMarks(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .anyMatch(c -> c == '\u0111' || Character.getType(c) == Character.NON_SPACING_MARK);
  }

  /** Whether the words stand in the text as words, and are not denied just before. */
  private static boolean says(String text, String cue, Pattern denied) {
    for (int at = text.indexOf(cue); at >= 0; at = text.indexOf(cue, at + 1)) {
      int end = at + cue.length();
      boolean words =
          (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
              && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
      if (words && !denied.matcher(text.substring(0, at).strip()).find()) {
        return true;
      }
    }
    return false;
  }
}
