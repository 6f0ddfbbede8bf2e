package org.masterplan.profiles.source.app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.masterplan.profiles.dictionary.domain.Key;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * Where records are kept. A version, once stored, never changes. Every implementation passes {@code
 * RecordsContract}.
 */
public interface Records {
  /** The newest versions of those that exist, by name. */
  Map<RecordName, SourceRecord> find(Collection<RecordName> names);

  /** The newest versions of those that exist, by number. */
  Map<Long, SourceRecord> findNumbers(Collection<Long> numbers);

  /** The versions that newer ones of these records replaced, by record, oldest first. */
  List<SourceRecord> versionsBefore(Collection<SourceRecord> records);

  /** Records whose newest version is found by any of the keys, at most {@code limit}. */
  List<SourceRecord> holding(Collection<Key> keys, int limit);

  /** Numbers of records whose newest version holds the key, at most {@code limit}. */
  List<Long> numbersHolding(Key key, int limit);

  /** The same, of one source. */
  List<Long> numbersHolding(Key key, String source, int limit);

  /**
   * Stores new records and new versions, at most 1,000; versions that are replaced are kept apart.
   * Idempotent. A record that exists already in this or a newer version, or came anew under the
   * name, is left as it is. Answers the records as they are stored now; when their source said them
   * again stays noted.
   */
  List<SourceRecord> store(List<SourceRecord> records);

  /** A source's records by id, after {@code afterId}, at most {@code limit}. */
  List<SourceRecord> list(String source, String afterId, int limit);

  /**
   * Notes that the source says these again as of then, which is no new version of them; answers
   * those that are not there any more.
   */
  Set<RecordName> saidAgain(Collection<RecordName> names, Instant asOf);

  /** The same, by rows that say just what is known and came then. */
  Set<RecordName> repeated(Collection<RecordName> names, Instant asOf, Instant came);

  /** When rows last came that said just what was known, of those of which any did. */
  Map<RecordName, Instant> repeatedAt(Collection<RecordName> names);

  /**
   * A source's records by id, after {@code afterId}, at most {@code limit}, which it has not said,
   * or said again, since then.
   */
  List<SourceRecord> unsaidSince(Instant time, String source, String afterId, int limit);

  /**
   * Forgets the records in all their versions, each only as this version, and if its source has not
   * said it again since then: what came in between stays.
   */
  void expire(Collection<SourceRecord> records, Instant time);

  /**
   * Versions of a source's records that were replaced and that it has not said since then, by
   * record, from the one of {@code fromId} on, at most {@code limit}.
   */
  List<SourceRecord> replacedUnsaidSince(Instant time, String source, String fromId, int limit);

  /** Forgets these versions, which were replaced. */
  void eraseReplaced(Collection<SourceRecord> versions);

  /** How many records the source has. */
  long count(String source);

  /** Every record of one source, or of all if it is empty, by source and id. */
  void each(String source, Consumer<SourceRecord> use);

  /** Forgets the records in all their versions; answers how many there were. */
  long erase(Collection<SourceRecord> records);
}
