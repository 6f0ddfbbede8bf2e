package org.masterplan.profiles.review.app;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.masterplan.kernel.text.Texts;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.dictionary.domain.Hashes;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.dictionary.domain.Names;
import org.masterplan.profiles.identity.domain.IntLists;
import org.masterplan.profiles.identity.domain.LongIndex;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Who says the same, by hash: primitive arrays, because it holds every record of every source. */
final class KeyHolders {
  /** More records under one value: a shop or a school, which is no question about two persons. */
  private static final int CROWD = 8;

  /** As many values at most of one record: each has a slot, because a slot is in one list. */
  private static final int SLOTS = 2;

  private final Function<SourceRecord, List<String>> values;
  private final LongIndex records = new LongIndex();
  private final LongIndex keys = new LongIndex();
  private final IntLists holders = new IntLists();

  private KeyHolders(Function<SourceRecord, List<String>> values) {
    this.values = values;
  }

  /** By phone number and e-mail address. */
  static KeyHolders ofContacts() {
    return new KeyHolders(
        record ->
            record.keys().stream()
                .filter(key -> contact(key) && !key.placeholder())
                .map(Key::toString)
                .toList());
  }

  /** By name and date of birth together. */
  static KeyHolders ofNamesakes() {
    return new KeyHolders(
        record -> {
          var birth = record.values().get(Dictionary.BIRTH_DATE);
          var words = Names.words(record.values());
          Arrays.sort(words);
          return birth == null || words.length < 2
              ? List.of()
              : List.of(Texts.fold(String.join(" ", words)) + "/" + birth);
        });
  }

  void add(SourceRecord record) {
    var said = values.apply(record);
    if (!said.isEmpty()) {
      int place = records.add(record.number());
      for (int slot = 0; slot < said.size(); slot++) {
        holders.add(keys.add(Hashes.of(said.get(slot))), place * SLOTS + slot);
      }
    }
  }

  /** Each two that say the same, once for each thing they both say. */
  void eachPair(BiConsumer<Long, Long> use) {
    for (int key = 0; key < keys.size(); key++) {
      int[] some = holders.items(key);
      for (int i = 0; i < some.length && some.length <= CROWD; i++) {
        for (int j = 0; j < i; j++) {
          use.accept(number(some[j]), number(some[i]));
        }
      }
    }
  }

  private long number(int slot) {
    return records.number(slot / SLOTS);
  }

  private static boolean contact(Key key) {
    return key.type().equals(Dictionary.PHONE) || key.type().equals(Dictionary.EMAIL);
  }
}
