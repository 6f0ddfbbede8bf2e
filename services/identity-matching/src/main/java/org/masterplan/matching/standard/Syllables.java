package org.masterplan.matching.standard;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What a Vietnamese syllable can be: an onset and a rime. Serves as evidence that a text is
 * Vietnamese, that it was decoded rightly, or that letters are missing.
 */
final class Syllables {
  private static final Set<String> ONSETS =
      Set.of(("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x").split(" "));

  /** Without tones; hat, breve and horn belong to the rime. */
  private static final Set<String> RIMES =
      Set.of(
          """
          a ac ach ai ak am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
          e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên
          iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi
          om on ong ooc oong op ot oăc oăm oăn oăng oăt ô ôc ôi ôk ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
          u ua uc ui um un ung up ut uy uya uych uynh uyt uyu uyên uyêt uâng uân uât uây uê uêch
          uênh uôc uôi uôm uôn uông uôt uơ ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
          y ych yên yêm yêng yêt yêu ynh yt\
          """
              .split("\\s+"));

  private static final Set<String> MARKED = new HashSet<>();
  private static final Set<String> FOLDED = new HashSet<>();
  private static final Set<String> LOST = new HashSet<>();

  static {
    // "gì": the i is both the onset's and the rime's.
    MARKED.add("gi");
    for (var rime : RIMES) {
      spell("", rime);
      ONSETS.forEach(onset -> spell(onset, rime));
    }
  }

  private Syllables() {}

  private static void spell(String onset, String rime) {
    MARKED.add(onset + rime);
    FOLDED.add(Letters.fold(onset + rime));
    LOST.add(plain(onset + rime));
    var letters = new StringBuilder(onset + rime);
    int seat = seat(letters);
    if (seat >= 0) {
      LOST.add(plain(letters.deleteCharAt(seat)));
    }
  }

  private static String plain(CharSequence text) {
    return text.chars()
        .filter(c -> c < 128)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether the word, lower case and composed, is a syllable with its marks. */
  static boolean marked(String word) {
    return MARKED.contains(toneless(word));
  }

  /** Whether the word is a syllable that has lost its marks. */
  static boolean folded(String word) {
    return FOLDED.contains(word);
  }

  /** Whether the word is what remains of a syllable whose marked letters were deleted. */
  static boolean lost(String word) {
    return LOST.contains(word);
  }

  static boolean all(Collection<String> foldedWords) {
    return foldedWords.stream().allMatch(Syllables::folded);
  }

  private static String toneless(String word) {
    if (Letters.ascii(word)) {
      return word;
    }
    var letters = new char[word.length()];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = Letters.toneless(word.charAt(i));
    }
    return new String(letters);
  }

  /**
   * The one spelling of a syllable, which may be written with its tone on either vowel (hòa, hoà);
   * any other word as it is.
   */
  static String canonical(String word) {
    if (Letters.ascii(word)) {
      return word;
    }
    int tone = 0;
    for (int i = 0; i < word.length(); i++) {
      int here = Letters.tone(word.charAt(i));
      tone = here == 0 ? tone : here;
    }
    if (tone == 0 || !marked(word)) {
      return word;
    }
    var letters = new StringBuilder(toneless(word));
    int seat = seat(letters);
    if (seat < 0) {
      return word;
    }
    letters.setCharAt(seat, Letters.toned(letters.charAt(seat), tone));
    return letters.toString();
  }

  /** Where the tone is written; -1 where there is no vowel. */
  private static int seat(CharSequence letters) {
    int first = 0;
    while (first < letters.length() && !Letters.vowel(letters.charAt(first))) {
      first++;
    }
    int end = first;
    while (end < letters.length() && Letters.vowel(letters.charAt(end))) {
      end++;
    }
    if (first == letters.length()) {
      return -1;
    }
    for (int i = end - 1; i >= first; i--) {
      if (letters.charAt(i) > 127) {
        return i;
      }
    }
    if (end - first > 1 && glide(letters, first)) {
      first++;
    }
    boolean middle = end - first == 3 || end - first == 2 && end < letters.length();
    return middle ? first + 1 : first;
  }

  /** The u of qu and the i of gi belong to the onset. */
  private static boolean glide(CharSequence letters, int first) {
    if (first == 0) {
      return false;
    }
    char before = letters.charAt(first - 1);
    char vowel = letters.charAt(first);
    return before == 'q' && vowel == 'u' || before == 'g' && vowel == 'i';
  }
}
