package org.masterplan.profiles.review.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

class KeyHoldersTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final String PHONE = "+84912345678";

  private final KeyHolders contacts = KeyHolders.ofContacts();

  private void add(long number, String... pairs) {
    var values = new HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    contacts.add(
        new SourceRecord(
            number,
            new RecordName("crm", Long.toString(number)),
            1,
            new SourceRecord.Content(values, values),
            new SourceRecord.Origin("profiles-1", 2, NOW, NOW)));
  }

  private List<Pair> pairs() {
    var pairs = new ArrayList<Pair>();
    contacts.eachPair((one, other) -> pairs.add(Pair.of(one, other)));
    return pairs;
  }

  @Test
  void eachPair_ofOnePhone_isFound_whateverTheirAddresses() {
    add(1, "phone", PHONE, "email", "an@x.vn");
    add(2, "phone", PHONE, "email", "binh@x.vn");

    assertThat(pairs()).containsExactly(Pair.of(1, 2));
  }

  @Test
  void eachPair_ofTwoSharedValues_isFoundForEach() {
    add(1, "phone", PHONE, "email", "an@x.vn");
    add(2, "phone", PHONE, "email", "an@x.vn");

    assertThat(pairs()).containsExactly(Pair.of(1, 2), Pair.of(1, 2));
  }

  /** The one between shares something with each of the others, who share nothing. */
  @Test
  void eachPair_ofAChain_doesNotJoinItsEnds() {
    add(1, "email", "an@x.vn");
    add(2, "phone", PHONE, "email", "an@x.vn");
    add(3, "phone", PHONE);

    assertThat(pairs()).containsExactlyInAnyOrder(Pair.of(1, 2), Pair.of(2, 3));
  }
}
