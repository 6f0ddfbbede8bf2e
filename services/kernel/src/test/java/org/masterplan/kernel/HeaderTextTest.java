package org.masterplan.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.masterplan.kernel.text.HeaderText;

class HeaderTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "give-back", "trả lời khách hàng", "100% đúng", "%41", "\u0000\n😀~"})
  void decode_ofWhatWasEncoded_isTheText(String text) {
    var header = HeaderText.encode(text);

    assertThat(header.chars()).allMatch(c -> c >= ' ' && c <= '~');
    assertThat(HeaderText.decode(header)).isEqualTo(text);
  }

  @Test
  void encode_leavesPlainWordsAlone() {
    assertThat(HeaderText.encode("complaint 17")).isEqualTo("complaint 17");
    assertThat(HeaderText.encode("lỗi")).isEqualTo("l%E1%BB%97i");
  }

  @ParameterizedTest
  @ValueSource(strings = {"100% sure", "%", "50%", "%4", "%zz"})
  void decode_ofAPercentSignThatEscapesNothing_isThePercentSign(String header) {
    assertThat(HeaderText.decode(header)).isEqualTo(header);
  }

  @Test
  void decode_ofBytesHandedOnAsLatin_readsUtf8WhereItIs() {
    var bytes = "khách".getBytes(StandardCharsets.UTF_8);

    assertThat(HeaderText.decode(new String(bytes, StandardCharsets.ISO_8859_1)))
        .isEqualTo("khách");
    assertThat(HeaderText.decode("café")).isEqualTo("café");
  }
}
