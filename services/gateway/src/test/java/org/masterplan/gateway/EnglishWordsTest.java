package org.masterplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes for an English text on a Vietnamese page. */
class EnglishWordsTest {
  private final EnglishWords english = new EnglishWords();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>As of 21 Nov 2026, 08:00</p>",
        "<p>Tìm thấy 5 · As of 21 Nov 2026, 08:00</p>",
        "<span>not known</span>",
        "<p>Found: 0 · Tính đến 08:00</p>",
        "<td>— of 2</td>",
        "<p> The plan is empty:\n start here </p>",
        "<p>You submitted it, so somebody else decides. Khác.</p>",
        "<input placeholder=\"Words of the title\">",
        "<svg role=\"img\" aria-label=\"Active participants\"></svg>",
        "<p>A person&#39;s name: A person’s request</p>"
      })
  void wordsOfTheConsole_areFound_withTheirPlacesFilled(String page) {
    assertThat(english.in(page)).hasSize(1);
  }

  @Test
  void vietnamese_namesOfThings_andWhatIsMeantInEnglish_areNot() {
    assertThat(english.in("<p title=\"Tính đến\">Tính đến 08:00, 21/11/2026</p>")).isEmpty();
    assertThat(english.in("<a href=\"/x\">Hội None of the Above</a>")).isEmpty();
    assertThat(english.in("<code>not known</code><a lang=\"en\">As of 3</a>")).isEmpty();
  }
}
