package org.masterplan.profiles.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class KeyedSealingTest extends SealingContract {
  private static final byte[] OLD =
      "an older secret of the installation".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NEW =
      "a newer secret of the installation".getBytes(StandardCharsets.UTF_8);

  private final Sealing before = new KeyedSealing(Map.of(1, OLD));
  private final Sealing after = new KeyedSealing(Map.of(1, OLD, 2, NEW));

  @Override
  Sealing sealing() {
    return after;
  }

  @Test
  void seal_keepsNothingReadable_andNeverTheSameTwice() {
    var sealed = after.seal("crm/1", PERSONAL).toJson();

    assertThat(sealed).doesNotContain("Lê", "fullName");
    assertThat(after.seal("crm/1", PERSONAL).toJson()).isNotEqualTo(sealed);
  }

  @Test
  void open_byAnEarlierKey_orOfWhatWasNeverSealed_isPossible() {
    var sealed = before.seal("crm/1", PERSONAL);

    assertThat(after.open("crm/1", sealed)).isEqualTo(PERSONAL);
    assertThat(after.isCurrent(sealed)).isFalse();
    assertThat(after.open("crm/1", PERSONAL)).isEqualTo(PERSONAL);
    assertThat(after.isCurrent(PERSONAL)).isFalse();
  }

  @Test
  void open_inAnothersPlace_orChanged_orWithoutItsKey_isRefused() {
    var sealed = after.seal("crm/1", PERSONAL);
    var changed = Document.parse(sealed.toJson());
    var inner = changed.get("sealed", Document.class);
    var bytes = inner.get("bytes", Binary.class).getData();
    bytes[20] ^= 1;
    inner.put("bytes", new Binary(bytes));

    assertThatThrownBy(() -> after.open("crm/2", sealed)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> after.open("crm/1", changed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> before.open("crm/1", sealed)).hasMessageContaining("sealed by key 2");
  }

  @Test
  void words_findWhatEachKeyHasWritten_andWhatStandsAsItIs() {
    assertThat(after.words("email:an@x.vn"))
        .contains(before.word("email:an@x.vn"), after.word("email:an@x.vn"), "email:an@x.vn")
        .hasSize(3);
    assertThat(after.word("email:an@x.vn")).isNotEqualTo(before.word("email:an@x.vn"));
  }
}
