package org.masterplan.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowWordsTest {
  @Test
  void ofKeys_findsAddressesAndNumbers_howeverTheyAreWritten() {
    assertThat(RowWords.ofKeys(List.of("Viết cho (Lan@Example.vn), 0912 345 678.")))
        .contains("mail:lan@example.vn", "phone:912345678");
  }

  /** As long as a line may be: read from each of its letters it would take hours. */
  @Test
  void ofKeys_ofOneEndlessWord_ends() {
    var endless = "a".repeat(1_000_000);

    assertThat(RowWords.ofKeys(List.of(endless, "ạ".repeat(1_000_000)))).isEmpty();
    assertThat(RowWords.ofKeys(List.of(endless + " lan@example.vn " + endless)))
        .containsExactly("mail:lan@example.vn");
  }
}
