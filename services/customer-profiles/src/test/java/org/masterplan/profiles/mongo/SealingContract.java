package org.masterplan.profiles.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What every way in which values may stand in the database must do. */
abstract class SealingContract {
  static final Document PERSONAL =
      new Document("values", new Document("fullName", "Lê Ẩn"))
          .append("raw", List.of("ten", "Lê Ẩn"));

  abstract Sealing sealing();

  @Test
  void open_givesBackWhatWasSealed_besideWhatElseIsStored() {
    var stored = new Document("_id", "crm/1").append("n", 7L);
    stored.putAll(sealing().seal("crm/1", PERSONAL));

    var opened = sealing().open("crm/1", stored);

    assertThat(opened.get("values")).isEqualTo(PERSONAL.get("values"));
    assertThat(opened.get("raw")).isEqualTo(PERSONAL.get("raw"));
    assertThat(opened.getLong("n")).isEqualTo(7);
    assertThat(sealing().isCurrent(stored)).isTrue();
  }

  @Test
  void words_holdWhatIsWritten_andNoOther() {
    assertThat(sealing().words("phone:+84912345678"))
        .contains(sealing().word("phone:+84912345678"));
    assertThat(sealing().words("phone:+84912345678"))
        .doesNotContain(sealing().word("phone:+84912345679"));
  }
}
