package org.masterplan.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.kernel.text.PlatformWord;

class PlatformWordTest {
  @ParameterizedTest
  @CsvSource({
    "OWNED_SITE, own-site",
    "Website, own-site",
    "fb, facebook",
    "Facebook, facebook",
    "Tik Tok, tiktok",
    "Twitter, x",
    "Diễn đàn, forum",
    "Blog nhà, blog-nha"
  })
  void of_whateverPeopleWrite_isThePlansWord(String written, String word) {
    assertThat(PlatformWord.of(written)).isEqualTo(word);
    assertThat(PlatformWord.of(word)).isEqualTo(word);
  }

  @Test
  void of_nothing_isNothing() {
    assertThat(PlatformWord.of("")).isEmpty();
  }

  @Test
  void spellings_areAllReadAsTheirWord() {
    var spellings = PlatformWord.spellings(PlatformWord.OWN_SITE).toList();

    assertThat(spellings).startsWith("own-site").contains("owned_site", "website");
    assertThat(spellings).allMatch(s -> PlatformWord.of(s).equals("own-site"));
    assertThat(PlatformWord.spellings("zalo")).containsExactly("zalo");
  }
}
