package org.masterplan.profiles.identity.exact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.masterplan.profiles.dictionary.domain.Hashes;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.domain.IntLists;
import org.masterplan.profiles.identity.domain.LongIndex;
import org.masterplan.profiles.identity.domain.LongSet;

/** Who holds which key, in primitive arrays: a value is known by 64 bits of its hash. */
final class KeyIndex {
  /** More records than this under one value: a crowd, not a person. */
  static final int MAX_HOLDERS = 200;

  /** More different names than this under one value: a shop, a school, a placeholder. */
  static final int MAX_NAMES = 8;

  private static final int NONE = -1;

  private final LongIndex records = new LongIndex();
  private final LongIndex keys = new LongIndex();
  private final IntLists holders = new IntLists();
  private final NameIndex names = new NameIndex();
  private int[] keyAt = new int[0];
  private long[] citizen = new long[0];
  private int[] count = new int[0];

  /** Takes in a record's keys; answers the records that a value has begun or ceased to link. */
  LongStream put(Features features) {
    int record = records.add(features.record());
    keyAt = filled(keyAt, (record + 1) * KeyKind.COUNT);
    if (record >= citizen.length) {
      citizen = Arrays.copyOf(citizen, capacity(record));
    }
    var touched = new int[2 * KeyKind.COUNT];
    Arrays.fill(touched, NONE);
    for (var kind : KeyKind.values()) {
      int slot = record * KeyKind.COUNT + kind.ordinal();
      touched[kind.ordinal()] = keyAt[slot];
      touched[KeyKind.COUNT + kind.ordinal()] = key(kind, features);
    }
    var before = crowds(touched);
    names.put(record, features.values());
    citizen[record] = features.citizen();
    for (var kind : KeyKind.values()) {
      int slot = record * KeyKind.COUNT + kind.ordinal();
      set(slot, touched[KeyKind.COUNT + kind.ordinal()]);
    }
    return turned(touched, before);
  }

  /** Forgets a record; answers the records that a value has begun or ceased to link. */
  LongStream remove(long number) {
    int record = records.find(number);
    if (record == NONE) {
      return LongStream.empty();
    }
    int from = record * KeyKind.COUNT;
    var touched = Arrays.copyOfRange(keyAt, from, from + KeyKind.COUNT);
    var before = crowds(touched);
    // Whoever shared a value with it may have been linked over it.
    var shared = Arrays.stream(touched).filter(k -> k != NONE && !crowd(k)).flatMap(this::places);
    var left = shared.mapToLong(records::number).toArray();
    for (int slot = from; slot < from + KeyKind.COUNT; slot++) {
      set(slot, NONE);
    }
    citizen[record] = 0;
    return LongStream.concat(Arrays.stream(left), turned(touched, before));
  }

  /** How many records hold the value; empty if so many do that it links nobody. */
  OptionalInt holders(Key key) {
    int place = keys.find(Hashes.of(key.toString()));
    return place == NONE || crowd(place) ? OptionalInt.empty() : OptionalInt.of(count[place]);
  }

  /** The records and all that share a value with them, directly or over others. */
  LongSet reach(LongSet from) {
    var seen = new BitSet(records.size());
    var seenKeys = new BitSet();
    var found = new Numbers();
    var queue = new java.util.ArrayDeque<Integer>();
    for (long number : from.toArray()) {
      int record = records.find(number);
      if (record == NONE) {
        found.add(number);
      } else if (!seen.get(record)) {
        seen.set(record);
        queue.add(record);
      }
    }
    while (!queue.isEmpty()) {
      int record = queue.remove();
      found.add(records.number(record));
      linking(record)
          .filter(key -> !seenKeys.get(key))
          .peek(seenKeys::set)
          .flatMap(this::places)
          .filter(other -> !seen.get(other))
          .forEach(
              other -> {
                seen.set(other);
                queue.add(other);
              });
    }
    return found.toSet();
  }

  /** The place of a record, -1 if it was never put. */
  int place(long number) {
    return records.find(number);
  }

  long number(int place) {
    return records.number(place);
  }

  /** The value of a kind that a record is linked by; -1 if none is. */
  int linkingKey(int record, KeyKind kind) {
    int key = keyAt[record * KeyKind.COUNT + kind.ordinal()];
    return key == NONE || crowd(key) ? NONE : key;
  }

  /** The places of the records that hold the value. */
  java.util.stream.IntStream places(int key) {
    return Arrays.stream(holders.items(key)).map(node -> node / KeyKind.COUNT);
  }

  /** Whether the names of two records do not contradict each other. */
  boolean compatible(int left, int right) {
    return names.compatible(left, right);
  }

  /** A record's citizen number, hashed; 0 if it has none. */
  long citizen(int record) {
    return citizen[record];
  }

  private java.util.stream.IntStream linking(int record) {
    return Arrays.stream(KeyKind.values())
        .mapToInt(kind -> linkingKey(record, kind))
        .filter(key -> key != NONE);
  }

  private void set(int slot, int key) {
    int old = keyAt[slot];
    if (old == key) {
      return;
    }
    if (old != NONE) {
      holders.remove(old, slot);
      count[old]--;
    }
    if (key != NONE) {
      holders.add(key, slot);
      count[key]++;
    }
    keyAt[slot] = key;
  }

  private int key(KeyKind kind, Features features) {
    var value = features.values().get(kind.field());
    if (value == null) {
      return NONE;
    }
    var key = new Key(kind.field(), value);
    if (key.placeholder()) {
      return NONE;
    }
    int place = keys.add(Hashes.of(key.toString()));
    if (place >= count.length) {
      count = Arrays.copyOf(count, capacity(place));
    }
    return place;
  }

  private boolean crowd(int key) {
    return count[key] > MAX_HOLDERS
        || count[key] > MAX_NAMES && names.distinct(places(key)) > MAX_NAMES;
  }

  private boolean[] crowds(int[] touched) {
    var crowds = new boolean[touched.length];
    for (int i = 0; i < touched.length; i++) {
      crowds[i] = touched[i] != NONE && crowd(touched[i]);
    }
    return crowds;
  }

  private LongStream turned(int[] touched, boolean[] before) {
    var turned = new Numbers();
    for (int i = 0; i < touched.length; i++) {
      if (touched[i] != NONE && before[i] != crowd(touched[i])) {
        places(touched[i]).forEach(place -> turned.add(records.number(place)));
      }
    }
    return Arrays.stream(turned.toSet().toArray());
  }

  private static int capacity(int place) {
    return Math.max(64, Integer.highestOneBit(place + 1) * 2);
  }

  private static int[] filled(int[] array, int length) {
    if (length <= array.length) {
      return array;
    }
    var longer = Arrays.copyOf(array, Math.max(length, Math.max(192, array.length * 2)));
    Arrays.fill(longer, array.length, longer.length, NONE);
    return longer;
  }
}
