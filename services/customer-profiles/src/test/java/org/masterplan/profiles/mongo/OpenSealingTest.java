package org.masterplan.profiles.mongo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class OpenSealingTest extends SealingContract {
  @Override
  Sealing sealing() {
    return Sealing.OPEN;
  }

  @Test
  void open_ofWhatIsSealed_saysThatAKeyIsMissing() {
    var sealed = new KeyedSealing(Map.of(3, new byte[32])).seal("crm/1", PERSONAL);

    assertThatThrownBy(() -> Sealing.OPEN.open("crm/1", new Document(sealed)))
        .hasMessageContaining("no key: 3");
  }
}
